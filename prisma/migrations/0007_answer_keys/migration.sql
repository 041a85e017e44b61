-- An answer is one of its observations, which holds criterion, source and hcp by their own keys: answers are rebuilt from
-- observations at any time, and checking the same three keys twice was paid on each row of an import.
ALTER TABLE "answer" DROP CONSTRAINT "answer_lab_id_criterion_id_fkey";
ALTER TABLE "answer" DROP CONSTRAINT "answer_lab_id_source_id_fkey";
ALTER TABLE "answer" DROP CONSTRAINT "answer_lab_id_hcp_id_fkey";
