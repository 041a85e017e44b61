-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "lab" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "lab_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "mfa_secret" TEXT,
    "oidc_issuer" TEXT,
    "oidc_subject" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_lab" (
    "login_id" UUID NOT NULL,
    "lab_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_lab_pkey" PRIMARY KEY ("login_id","lab_id")
);

-- CreateTable
CREATE TABLE "commune" (
    "insee_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("insee_code")
);

-- CreateTable
CREATE TABLE "postal_code" (
    "postal_code" TEXT NOT NULL,
    "insee_code" TEXT NOT NULL,

    CONSTRAINT "postal_code_pkey" PRIMARY KEY ("postal_code","insee_code")
);

-- CreateTable
CREATE TABLE "public_holiday" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "public_holiday_pkey" PRIMARY KEY ("zone","day")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "member" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "login_id" UUID,
    "display_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "hq_function" TEXT,
    "read_only" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "saved_views" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "member_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "issued" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "absolute_end" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "session_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "issued" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "network" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact_cap_share_bps" INTEGER NOT NULL DEFAULT 10000,
    "shared_hcp_priority" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "network_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "region" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "region_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "sector" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "holiday_zone" TEXT NOT NULL DEFAULT 'METROPOLE',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "sector_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "brick" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "brick_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "brick_area" (
    "lab_id" UUID NOT NULL,
    "brick_id" UUID NOT NULL,
    "insee_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "brick_area_pkey" PRIMARY KEY ("lab_id","brick_id","insee_code")
);

-- CreateTable
CREATE TABLE "sector_brick" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "brick_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "sector_brick_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "region_assignment" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "region_assignment_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "sector_assignment" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "share_bps" INTEGER NOT NULL DEFAULT 10000,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "sector_assignment_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "working_time" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "half_day_bits" INTEGER NOT NULL DEFAULT 1023,
    "field_share_bps" INTEGER NOT NULL DEFAULT 10000,
    "contacts_a_day_milli" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "working_time_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "absence" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "starts_at_noon" BOOLEAN NOT NULL DEFAULT false,
    "ends_before" DATE NOT NULL,
    "ends_at_noon" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "closed_day" (
    "lab_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "weight_bps" INTEGER NOT NULL DEFAULT 0,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "closed_day_pkey" PRIMARY KEY ("lab_id","network_id","day")
);

-- CreateTable
CREATE TABLE "product" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_price_cents" INTEGER,
    "unit_margin_cents" INTEGER,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "product_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "channel" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "needs_consent" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "reason" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "used_for" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "reason_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "hcp" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "profession" TEXT NOT NULL,
    "specialty" TEXT,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "visit_rule" TEXT NOT NULL DEFAULT 'OPEN',
    "own_rules" TEXT,
    "yearly_contact_max" INTEGER,
    "decision_role" TEXT,
    "stage" TEXT,
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "hcp_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "hcp_identifier" (
    "lab_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "hcp_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "hcp_identifier_pkey" PRIMARY KEY ("lab_id","scheme","value")
);

-- CreateTable
CREATE TABLE "practice" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "finess" TEXT,
    "siret" TEXT,
    "address" TEXT,
    "postal_code" TEXT,
    "insee_code" TEXT,
    "phone" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "beds" INTEGER,
    "size" TEXT,
    "source_code" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "practice_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "hcp_practice" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hcp_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "role" TEXT,
    "mode" TEXT,
    "principal" BOOLEAN NOT NULL DEFAULT false,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "hcp_practice_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "hcp_sector" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hcp_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "practice_id" UUID,
    "main" BOOLEAN NOT NULL,
    "origin" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "hcp_sector_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "contact_permission" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hcp_id" UUID NOT NULL,
    "channel_id" UUID,
    "kind" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "origin" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "contact_permission_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "source" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mapping" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "source_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "unit" TEXT,
    "labels" JSONB NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "criterion_option" (
    "lab_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "rank" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "criterion_option_pkey" PRIMARY KEY ("lab_id","criterion_id","code")
);

-- CreateTable
CREATE TABLE "observation" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "option_code" TEXT,
    "hcp_id" UUID,
    "practice_id" UUID,
    "brick_id" UUID,
    "product_id" UUID,
    "source_id" UUID NOT NULL,
    "member_id" UUID,
    "import_id" UUID,
    "state" TEXT NOT NULL,
    "number" DOUBLE PRECISION,
    "text" TEXT,
    "observed_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "client_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "answer" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "hcp_id" UUID,
    "practice_id" UUID,
    "brick_id" UUID,
    "product_id" UUID,
    "observation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "number" DOUBLE PRECISION,
    "option_code" TEXT,
    "text" TEXT,
    "observed_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "reference_day" DATE,
    "qualification_starts_on" DATE,
    "qualification_ends_before" DATE,
    "engagement_starts_on" DATE,
    "engagement_ends_before" DATE,
    "run_starts_on" DATE,
    "run_ends_before" DATE,
    "grace_days" INTEGER NOT NULL DEFAULT 15,
    "is_template" BOOLEAN NOT NULL DEFAULT false,
    "copied_from_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "cycle_network" (
    "lab_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "run_starts_on" DATE,
    "run_ends_before" DATE,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "cycle_network_pkey" PRIMARY KEY ("lab_id","cycle_id","network_id")
);

-- CreateTable
CREATE TABLE "cycle_product" (
    "lab_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "objective" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "cycle_product_pkey" PRIMARY KEY ("lab_id","cycle_id","network_id","product_id")
);

-- CreateTable
CREATE TABLE "cycle_channel" (
    "lab_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "weight_milli" INTEGER NOT NULL DEFAULT 1000,
    "load_milli" INTEGER NOT NULL DEFAULT 1000,
    "unit_cost_cents" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "cycle_channel_pkey" PRIMARY KEY ("lab_id","cycle_id","channel_id")
);

-- CreateTable
CREATE TABLE "cycle_segment" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "segmentation" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "cycle_segment_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "configuration" (
    "lab_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "configuration_pkey" PRIMARY KEY ("lab_id","hash")
);

-- CreateTable
CREATE TABLE "configuration_draft" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "summary" JSONB,
    "base_hash" TEXT,
    "saved_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "configuration_draft_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "cycle_transition" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checklist" JSONB NOT NULL,
    "member_id" UUID,
    "configuration_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "cycle_transition_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "lab_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "cycle_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "reference_day" DATE NOT NULL,
    "rows" INTEGER NOT NULL,
    "specification" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("lab_id","hash")
);

-- CreateTable
CREATE TABLE "dataset_column" (
    "lab_id" UUID NOT NULL,
    "dataset_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "dataset_column_pkey" PRIMARY KEY ("lab_id","dataset_hash","name")
);

-- CreateTable
CREATE TABLE "run" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "dataset_hash" TEXT,
    "configuration_hash" TEXT NOT NULL,
    "configuration_draft_id" UUID,
    "member_id" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "engine_version" TEXT,
    "result_hash" TEXT,
    "summary" JSONB,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "run_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "run_column" (
    "lab_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "run_column_pkey" PRIMARY KEY ("lab_id","run_id","name")
);

-- CreateTable
CREATE TABLE "segment_assignment" (
    "lab_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "segmentation" TEXT NOT NULL,
    "hcp_id" UUID NOT NULL,
    "cycle_segment_id" UUID,
    "classes" JSONB NOT NULL,
    "cell" TEXT,
    "rule" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "segment_assignment_pkey" PRIMARY KEY ("lab_id","run_id","segmentation","hcp_id")
);

-- CreateTable
CREATE TABLE "signature" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "comment" TEXT,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "voids_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "publication" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "configuration_hash" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "configuration_draft_id" UUID,
    "supersedes_id" UUID,
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cause" TEXT,
    "sector_ids" UUID[],
    "feasibility" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "published_sector" (
    "lab_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "lead_member_id" UUID,
    "members" JSONB NOT NULL,
    "holiday_zone" TEXT NOT NULL,
    "half_days" JSONB NOT NULL,
    "capacity_milli" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "published_sector_pkey" PRIMARY KEY ("lab_id","publication_id","sector_id")
);

-- CreateTable
CREATE TABLE "target" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "hcp_id" UUID NOT NULL,
    "practice_id" UUID,
    "cycle_segment_id" UUID NOT NULL,
    "rank_value" DOUBLE PRECISION,
    "why" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "target_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "target_goal" (
    "lab_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "contacts" INTEGER NOT NULL,
    "max_credited" INTEGER,
    "priority" INTEGER NOT NULL,
    "infeasible" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "target_goal_pkey" PRIMARY KEY ("lab_id","target_id","channel_id")
);

-- CreateTable
CREATE TABLE "target_presentation" (
    "lab_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "cycle_segment_id" UUID,
    "presentations" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "target_presentation_pkey" PRIMARY KEY ("lab_id","target_id","channel_id","product_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "closes_on" DATE,
    "reopened_cause" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'INITIAL',
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "in_force_from" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "plan_line" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "hcp_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "reason_id" UUID,
    "decided_by_id" UUID,
    "origin" TEXT NOT NULL,
    "theoretical" INTEGER NOT NULL,
    "proposed" INTEGER NOT NULL,
    "approved" INTEGER,
    "max_credited" INTEGER,
    "comment" TEXT,
    "decision" TEXT NOT NULL DEFAULT 'NONE',
    "decided_at" TIMESTAMPTZ(3),
    "decision_comment" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "plan_line_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "plan_presentation" (
    "lab_id" UUID NOT NULL,
    "plan_line_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "theoretical" INTEGER NOT NULL,
    "proposed" INTEGER NOT NULL,
    "approved" INTEGER,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "plan_presentation_pkey" PRIMARY KEY ("lab_id","plan_line_id","product_id")
);

-- CreateTable
CREATE TABLE "plan_event" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "plan_line_id" UUID,
    "member_id" UUID,
    "kind" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "before" JSONB,
    "after" JSONB,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "plan_event_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "plan_seal" (
    "lab_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signature_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "plan_seal_pkey" PRIMARY KEY ("lab_id","plan_version_id")
);

-- CreateTable
CREATE TABLE "call" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "hcp_id" UUID NOT NULL,
    "practice_id" UUID,
    "channel_id" UUID NOT NULL,
    "member_id" UUID,
    "joint_member_id" UUID,
    "source_id" UUID NOT NULL,
    "reason_id" UUID,
    "duplicate_of_id" UUID,
    "import_id" UUID,
    "day" DATE NOT NULL,
    "time" TEXT,
    "outcome" TEXT NOT NULL,
    "group_id" UUID,
    "comment" TEXT,
    "client_id" UUID,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "call_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "call_product" (
    "lab_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "call_product_pkey" PRIMARY KEY ("lab_id","call_id","position")
);

-- CreateTable
CREATE TABLE "data_watermark" (
    "lab_id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "complete_through" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "data_watermark_pkey" PRIMARY KEY ("lab_id","network_id","source_id","kind")
);

-- CreateTable
CREATE TABLE "follow_snapshot" (
    "lab_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "level" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "dimension_id" TEXT NOT NULL DEFAULT '',
    "configuration_hash" TEXT NOT NULL,
    "hcps" INTEGER NOT NULL,
    "seen" INTEGER NOT NULL,
    "at_frequency" INTEGER NOT NULL,
    "raw_goal_milli" BIGINT NOT NULL,
    "raw_earned_milli" BIGINT NOT NULL,
    "raw_done" INTEGER NOT NULL,
    "raw_expected_milli" BIGINT,
    "raw_capacity_gone_milli" BIGINT NOT NULL,
    "raw_capacity_milli" BIGINT NOT NULL,
    "adjusted_goal_milli" BIGINT NOT NULL,
    "adjusted_earned_milli" BIGINT NOT NULL,
    "adjusted_done" INTEGER NOT NULL,
    "adjusted_expected_milli" BIGINT,
    "adjusted_capacity_gone_milli" BIGINT NOT NULL,
    "adjusted_capacity_milli" BIGINT NOT NULL,
    "probability" DOUBLE PRECISION,
    "mean_milli" BIGINT,
    "low_milli" BIGINT,
    "high_milli" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "follow_snapshot_pkey" PRIMARY KEY ("lab_id","cycle_id","as_of","level","key","dimension","dimension_id")
);

-- CreateTable
CREATE TABLE "alert" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "sector_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "dimension_id" TEXT NOT NULL DEFAULT '',
    "level" TEXT NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,
    "at_stake_milli" INTEGER NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "close_cause" TEXT,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "assignee_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "import" (
    "lab_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID,
    "stored_file_id" UUID NOT NULL,
    "error_file_id" UUID,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'UPLOADED',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "sha256" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "import_pkey" PRIMARY KEY ("lab_id","id")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "lab_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("lab_id","member_id","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "lab_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "member_id" UUID,
    "action" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "change" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("lab_id","number")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "lab_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("lab_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "lab_slug_key" ON "lab"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "login_email_key" ON "login"("email");

-- CreateIndex
CREATE UNIQUE INDEX "login_oidc_issuer_oidc_subject_key" ON "login"("oidc_issuer", "oidc_subject");

-- CreateIndex
CREATE INDEX "commune_department_idx" ON "commune"("department");

-- CreateIndex
CREATE INDEX "postal_code_insee_code_idx" ON "postal_code"("insee_code");

-- CreateIndex
CREATE UNIQUE INDEX "member_lab_id_login_id_key" ON "member"("lab_id", "login_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_lab_id_email_key" ON "member"("lab_id", "email");

-- CreateIndex
CREATE INDEX "session_lab_id_member_id_idx" ON "session"("lab_id", "member_id");

-- CreateIndex
CREATE INDEX "one_time_link_lab_id_member_id_idx" ON "one_time_link"("lab_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_lab_id_token_hash_key" ON "one_time_link"("lab_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "network_lab_id_code_key" ON "network"("lab_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "region_lab_id_network_id_code_key" ON "region"("lab_id", "network_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "region_lab_id_network_id_id_key" ON "region"("lab_id", "network_id", "id");

-- CreateIndex
CREATE INDEX "sector_lab_id_region_id_idx" ON "sector"("lab_id", "region_id");

-- CreateIndex
CREATE UNIQUE INDEX "sector_lab_id_network_id_code_key" ON "sector"("lab_id", "network_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "sector_lab_id_network_id_id_key" ON "sector"("lab_id", "network_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "brick_lab_id_scheme_code_key" ON "brick"("lab_id", "scheme", "code");

-- CreateIndex
CREATE INDEX "brick_area_lab_id_insee_code_idx" ON "brick_area"("lab_id", "insee_code");

-- CreateIndex
CREATE INDEX "sector_brick_lab_id_sector_id_idx" ON "sector_brick"("lab_id", "sector_id");

-- CreateIndex
CREATE INDEX "sector_brick_lab_id_brick_id_idx" ON "sector_brick"("lab_id", "brick_id");

-- CreateIndex
CREATE INDEX "region_assignment_lab_id_region_id_idx" ON "region_assignment"("lab_id", "region_id");

-- CreateIndex
CREATE INDEX "region_assignment_lab_id_member_id_idx" ON "region_assignment"("lab_id", "member_id");

-- CreateIndex
CREATE INDEX "sector_assignment_lab_id_sector_id_idx" ON "sector_assignment"("lab_id", "sector_id");

-- CreateIndex
CREATE INDEX "sector_assignment_lab_id_member_id_idx" ON "sector_assignment"("lab_id", "member_id");

-- CreateIndex
CREATE INDEX "working_time_lab_id_member_id_idx" ON "working_time"("lab_id", "member_id");

-- CreateIndex
CREATE INDEX "absence_lab_id_member_id_idx" ON "absence"("lab_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_lab_id_code_key" ON "product"("lab_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "channel_lab_id_code_key" ON "channel"("lab_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "reason_lab_id_code_key" ON "reason"("lab_id", "code");

-- CreateIndex
CREATE INDEX "hcp_lab_id_last_name_first_name_id_idx" ON "hcp"("lab_id", "last_name", "first_name", "id");

-- CreateIndex
CREATE INDEX "hcp_lab_id_specialty_idx" ON "hcp"("lab_id", "specialty");

-- CreateIndex
CREATE INDEX "hcp_identifier_lab_id_hcp_id_idx" ON "hcp_identifier"("lab_id", "hcp_id");

-- CreateIndex
CREATE INDEX "practice_lab_id_insee_code_idx" ON "practice"("lab_id", "insee_code");

-- CreateIndex
CREATE UNIQUE INDEX "practice_lab_id_source_code_external_id_key" ON "practice"("lab_id", "source_code", "external_id");

-- CreateIndex
CREATE INDEX "hcp_practice_lab_id_hcp_id_idx" ON "hcp_practice"("lab_id", "hcp_id");

-- CreateIndex
CREATE INDEX "hcp_practice_lab_id_practice_id_idx" ON "hcp_practice"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "hcp_sector_lab_id_sector_id_idx" ON "hcp_sector"("lab_id", "sector_id");

-- CreateIndex
CREATE INDEX "hcp_sector_lab_id_hcp_id_idx" ON "hcp_sector"("lab_id", "hcp_id");

-- CreateIndex
CREATE INDEX "contact_permission_lab_id_hcp_id_effective_at_idx" ON "contact_permission"("lab_id", "hcp_id", "effective_at");

-- CreateIndex
CREATE UNIQUE INDEX "source_lab_id_code_key" ON "source"("lab_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_lab_id_code_key" ON "criterion"("lab_id", "code");

-- CreateIndex
CREATE INDEX "observation_lab_id_hcp_id_criterion_id_idx" ON "observation"("lab_id", "hcp_id", "criterion_id");

-- CreateIndex
CREATE INDEX "observation_lab_id_import_id_idx" ON "observation"("lab_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_lab_id_client_id_key" ON "observation"("lab_id", "client_id");

-- CreateIndex
CREATE INDEX "answer_lab_id_hcp_id_idx" ON "answer"("lab_id", "hcp_id");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_lab_id_name_key" ON "cycle"("lab_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_segment_lab_id_cycle_id_segmentation_code_key" ON "cycle_segment"("lab_id", "cycle_id", "segmentation", "code");

-- CreateIndex
CREATE UNIQUE INDEX "configuration_draft_lab_id_cycle_id_kind_name_key" ON "configuration_draft"("lab_id", "cycle_id", "kind", "name");

-- CreateIndex
CREATE INDEX "cycle_transition_lab_id_cycle_id_at_idx" ON "cycle_transition"("lab_id", "cycle_id", "at");

-- CreateIndex
CREATE INDEX "run_lab_id_cycle_id_created_at_idx" ON "run"("lab_id", "cycle_id", "created_at");

-- CreateIndex
CREATE INDEX "run_lab_id_state_idx" ON "run"("lab_id", "state");

-- CreateIndex
CREATE INDEX "segment_assignment_lab_id_hcp_id_idx" ON "segment_assignment"("lab_id", "hcp_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_lab_id_subject_kind_subject_id_content_hash_capac_key" ON "signature"("lab_id", "subject_kind", "subject_id", "content_hash", "capacity");

-- CreateIndex
CREATE UNIQUE INDEX "publication_lab_id_cycle_id_number_key" ON "publication"("lab_id", "cycle_id", "number");

-- CreateIndex
CREATE INDEX "target_lab_id_hcp_id_idx" ON "target"("lab_id", "hcp_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_lab_id_publication_id_sector_id_hcp_id_key" ON "target"("lab_id", "publication_id", "sector_id", "hcp_id");

-- CreateIndex
CREATE INDEX "plan_lab_id_sector_id_idx" ON "plan"("lab_id", "sector_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_lab_id_cycle_id_sector_id_key" ON "plan"("lab_id", "cycle_id", "sector_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_lab_id_plan_id_number_key" ON "plan_version"("lab_id", "plan_id", "number");

-- CreateIndex
CREATE INDEX "plan_line_lab_id_hcp_id_idx" ON "plan_line"("lab_id", "hcp_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_line_lab_id_plan_version_id_hcp_id_channel_id_key" ON "plan_line"("lab_id", "plan_version_id", "hcp_id", "channel_id");

-- CreateIndex
CREATE INDEX "plan_event_lab_id_plan_id_at_idx" ON "plan_event"("lab_id", "plan_id", "at");

-- CreateIndex
CREATE INDEX "call_lab_id_sector_id_day_idx" ON "call"("lab_id", "sector_id", "day");

-- CreateIndex
CREATE INDEX "call_lab_id_hcp_id_day_idx" ON "call"("lab_id", "hcp_id", "day");

-- CreateIndex
CREATE INDEX "call_lab_id_member_id_day_idx" ON "call"("lab_id", "member_id", "day");

-- CreateIndex
CREATE INDEX "call_lab_id_network_id_day_idx" ON "call"("lab_id", "network_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "call_lab_id_source_id_external_id_key" ON "call"("lab_id", "source_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_lab_id_client_id_key" ON "call"("lab_id", "client_id");

-- CreateIndex
CREATE INDEX "alert_lab_id_sector_id_idx" ON "alert"("lab_id", "sector_id");

-- CreateIndex
CREATE INDEX "stored_file_lab_id_expires_idx" ON "stored_file"("lab_id", "expires");

-- CreateIndex
CREATE INDEX "import_lab_id_created_at_idx" ON "import"("lab_id", "created_at");

-- CreateIndex
CREATE INDEX "idempotency_lab_id_created_at_idx" ON "idempotency"("lab_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_lab_id_at_idx" ON "audit_entry"("lab_id", "at");

-- AddForeignKey
ALTER TABLE "login_lab" ADD CONSTRAINT "login_lab_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "login"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "login_lab" ADD CONSTRAINT "login_lab_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "postal_code" ADD CONSTRAINT "postal_code_insee_code_fkey" FOREIGN KEY ("insee_code") REFERENCES "commune"("insee_code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "login"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_lab_id_network_id_fkey" FOREIGN KEY ("lab_id", "network_id") REFERENCES "network"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector" ADD CONSTRAINT "sector_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector" ADD CONSTRAINT "sector_lab_id_network_id_region_id_fkey" FOREIGN KEY ("lab_id", "network_id", "region_id") REFERENCES "region"("lab_id", "network_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector" ADD CONSTRAINT "sector_lab_id_network_id_fkey" FOREIGN KEY ("lab_id", "network_id") REFERENCES "network"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brick" ADD CONSTRAINT "brick_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brick_area" ADD CONSTRAINT "brick_area_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brick_area" ADD CONSTRAINT "brick_area_lab_id_brick_id_fkey" FOREIGN KEY ("lab_id", "brick_id") REFERENCES "brick"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brick_area" ADD CONSTRAINT "brick_area_insee_code_fkey" FOREIGN KEY ("insee_code") REFERENCES "commune"("insee_code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector_brick" ADD CONSTRAINT "sector_brick_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector_brick" ADD CONSTRAINT "sector_brick_lab_id_network_id_sector_id_fkey" FOREIGN KEY ("lab_id", "network_id", "sector_id") REFERENCES "sector"("lab_id", "network_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector_brick" ADD CONSTRAINT "sector_brick_lab_id_brick_id_fkey" FOREIGN KEY ("lab_id", "brick_id") REFERENCES "brick"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "region_assignment" ADD CONSTRAINT "region_assignment_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "region_assignment" ADD CONSTRAINT "region_assignment_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "region_assignment" ADD CONSTRAINT "region_assignment_lab_id_region_id_fkey" FOREIGN KEY ("lab_id", "region_id") REFERENCES "region"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector_assignment" ADD CONSTRAINT "sector_assignment_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector_assignment" ADD CONSTRAINT "sector_assignment_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sector_assignment" ADD CONSTRAINT "sector_assignment_lab_id_sector_id_fkey" FOREIGN KEY ("lab_id", "sector_id") REFERENCES "sector"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "working_time" ADD CONSTRAINT "working_time_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "working_time" ADD CONSTRAINT "working_time_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "closed_day" ADD CONSTRAINT "closed_day_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "closed_day" ADD CONSTRAINT "closed_day_lab_id_network_id_fkey" FOREIGN KEY ("lab_id", "network_id") REFERENCES "network"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reason" ADD CONSTRAINT "reason_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp" ADD CONSTRAINT "hcp_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp" ADD CONSTRAINT "hcp_lab_id_merged_into_id_fkey" FOREIGN KEY ("lab_id", "merged_into_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_identifier" ADD CONSTRAINT "hcp_identifier_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_identifier" ADD CONSTRAINT "hcp_identifier_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_insee_code_fkey" FOREIGN KEY ("insee_code") REFERENCES "commune"("insee_code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_practice" ADD CONSTRAINT "hcp_practice_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_practice" ADD CONSTRAINT "hcp_practice_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_practice" ADD CONSTRAINT "hcp_practice_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practice"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_sector" ADD CONSTRAINT "hcp_sector_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_sector" ADD CONSTRAINT "hcp_sector_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_sector" ADD CONSTRAINT "hcp_sector_lab_id_network_id_sector_id_fkey" FOREIGN KEY ("lab_id", "network_id", "sector_id") REFERENCES "sector"("lab_id", "network_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hcp_sector" ADD CONSTRAINT "hcp_sector_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practice"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contact_permission" ADD CONSTRAINT "contact_permission_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contact_permission" ADD CONSTRAINT "contact_permission_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contact_permission" ADD CONSTRAINT "contact_permission_lab_id_channel_id_fkey" FOREIGN KEY ("lab_id", "channel_id") REFERENCES "channel"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion_option" ADD CONSTRAINT "criterion_option_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion_option" ADD CONSTRAINT "criterion_option_lab_id_criterion_id_fkey" FOREIGN KEY ("lab_id", "criterion_id") REFERENCES "criterion"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_criterion_id_fkey" FOREIGN KEY ("lab_id", "criterion_id") REFERENCES "criterion"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practice"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_brick_id_fkey" FOREIGN KEY ("lab_id", "brick_id") REFERENCES "brick"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_product_id_fkey" FOREIGN KEY ("lab_id", "product_id") REFERENCES "product"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_source_id_fkey" FOREIGN KEY ("lab_id", "source_id") REFERENCES "source"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_import_id_fkey" FOREIGN KEY ("lab_id", "import_id") REFERENCES "import"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_lab_id_criterion_id_option_code_fkey" FOREIGN KEY ("lab_id", "criterion_id", "option_code") REFERENCES "criterion_option"("lab_id", "criterion_id", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_lab_id_criterion_id_fkey" FOREIGN KEY ("lab_id", "criterion_id") REFERENCES "criterion"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_lab_id_source_id_fkey" FOREIGN KEY ("lab_id", "source_id") REFERENCES "source"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_lab_id_observation_id_fkey" FOREIGN KEY ("lab_id", "observation_id") REFERENCES "observation"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_lab_id_copied_from_id_fkey" FOREIGN KEY ("lab_id", "copied_from_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_network" ADD CONSTRAINT "cycle_network_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_network" ADD CONSTRAINT "cycle_network_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_network" ADD CONSTRAINT "cycle_network_lab_id_network_id_fkey" FOREIGN KEY ("lab_id", "network_id") REFERENCES "network"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_product" ADD CONSTRAINT "cycle_product_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_product" ADD CONSTRAINT "cycle_product_lab_id_cycle_id_network_id_fkey" FOREIGN KEY ("lab_id", "cycle_id", "network_id") REFERENCES "cycle_network"("lab_id", "cycle_id", "network_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_product" ADD CONSTRAINT "cycle_product_lab_id_product_id_fkey" FOREIGN KEY ("lab_id", "product_id") REFERENCES "product"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_channel" ADD CONSTRAINT "cycle_channel_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_channel" ADD CONSTRAINT "cycle_channel_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_channel" ADD CONSTRAINT "cycle_channel_lab_id_channel_id_fkey" FOREIGN KEY ("lab_id", "channel_id") REFERENCES "channel"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_segment" ADD CONSTRAINT "cycle_segment_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_segment" ADD CONSTRAINT "cycle_segment_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "configuration" ADD CONSTRAINT "configuration_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "configuration_draft" ADD CONSTRAINT "configuration_draft_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "configuration_draft" ADD CONSTRAINT "configuration_draft_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "configuration_draft" ADD CONSTRAINT "configuration_draft_lab_id_base_hash_fkey" FOREIGN KEY ("lab_id", "base_hash") REFERENCES "configuration"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "configuration_draft" ADD CONSTRAINT "configuration_draft_lab_id_saved_hash_fkey" FOREIGN KEY ("lab_id", "saved_hash") REFERENCES "configuration"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_transition" ADD CONSTRAINT "cycle_transition_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_transition" ADD CONSTRAINT "cycle_transition_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_transition" ADD CONSTRAINT "cycle_transition_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cycle_transition" ADD CONSTRAINT "cycle_transition_lab_id_configuration_hash_fkey" FOREIGN KEY ("lab_id", "configuration_hash") REFERENCES "configuration"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dataset_column" ADD CONSTRAINT "dataset_column_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dataset_column" ADD CONSTRAINT "dataset_column_lab_id_dataset_hash_fkey" FOREIGN KEY ("lab_id", "dataset_hash") REFERENCES "dataset"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_lab_id_dataset_hash_fkey" FOREIGN KEY ("lab_id", "dataset_hash") REFERENCES "dataset"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_lab_id_configuration_hash_fkey" FOREIGN KEY ("lab_id", "configuration_hash") REFERENCES "configuration"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_lab_id_configuration_draft_id_fkey" FOREIGN KEY ("lab_id", "configuration_draft_id") REFERENCES "configuration_draft"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_column" ADD CONSTRAINT "run_column_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_column" ADD CONSTRAINT "run_column_lab_id_run_id_fkey" FOREIGN KEY ("lab_id", "run_id") REFERENCES "run"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "segment_assignment" ADD CONSTRAINT "segment_assignment_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "segment_assignment" ADD CONSTRAINT "segment_assignment_lab_id_cycle_segment_id_fkey" FOREIGN KEY ("lab_id", "cycle_segment_id") REFERENCES "cycle_segment"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "segment_assignment" ADD CONSTRAINT "segment_assignment_lab_id_run_id_fkey" FOREIGN KEY ("lab_id", "run_id") REFERENCES "run"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "segment_assignment" ADD CONSTRAINT "segment_assignment_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_lab_id_voids_id_fkey" FOREIGN KEY ("lab_id", "voids_id") REFERENCES "signature"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_lab_id_configuration_hash_fkey" FOREIGN KEY ("lab_id", "configuration_hash") REFERENCES "configuration"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_lab_id_run_id_fkey" FOREIGN KEY ("lab_id", "run_id") REFERENCES "run"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_lab_id_configuration_draft_id_fkey" FOREIGN KEY ("lab_id", "configuration_draft_id") REFERENCES "configuration_draft"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_lab_id_supersedes_id_fkey" FOREIGN KEY ("lab_id", "supersedes_id") REFERENCES "publication"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "published_sector" ADD CONSTRAINT "published_sector_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "published_sector" ADD CONSTRAINT "published_sector_lab_id_network_id_region_id_fkey" FOREIGN KEY ("lab_id", "network_id", "region_id") REFERENCES "region"("lab_id", "network_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "published_sector" ADD CONSTRAINT "published_sector_lab_id_publication_id_fkey" FOREIGN KEY ("lab_id", "publication_id") REFERENCES "publication"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "published_sector" ADD CONSTRAINT "published_sector_lab_id_network_id_sector_id_fkey" FOREIGN KEY ("lab_id", "network_id", "sector_id") REFERENCES "sector"("lab_id", "network_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practice"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_lab_id_cycle_segment_id_fkey" FOREIGN KEY ("lab_id", "cycle_segment_id") REFERENCES "cycle_segment"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_lab_id_publication_id_sector_id_fkey" FOREIGN KEY ("lab_id", "publication_id", "sector_id") REFERENCES "published_sector"("lab_id", "publication_id", "sector_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_goal" ADD CONSTRAINT "target_goal_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_goal" ADD CONSTRAINT "target_goal_lab_id_target_id_fkey" FOREIGN KEY ("lab_id", "target_id") REFERENCES "target"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_goal" ADD CONSTRAINT "target_goal_lab_id_channel_id_fkey" FOREIGN KEY ("lab_id", "channel_id") REFERENCES "channel"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_presentation" ADD CONSTRAINT "target_presentation_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_presentation" ADD CONSTRAINT "target_presentation_lab_id_cycle_segment_id_fkey" FOREIGN KEY ("lab_id", "cycle_segment_id") REFERENCES "cycle_segment"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_presentation" ADD CONSTRAINT "target_presentation_lab_id_target_id_channel_id_fkey" FOREIGN KEY ("lab_id", "target_id", "channel_id") REFERENCES "target_goal"("lab_id", "target_id", "channel_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_presentation" ADD CONSTRAINT "target_presentation_lab_id_product_id_fkey" FOREIGN KEY ("lab_id", "product_id") REFERENCES "product"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_lab_id_sector_id_fkey" FOREIGN KEY ("lab_id", "sector_id") REFERENCES "sector"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_lab_id_plan_id_fkey" FOREIGN KEY ("lab_id", "plan_id") REFERENCES "plan"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_lab_id_publication_id_fkey" FOREIGN KEY ("lab_id", "publication_id") REFERENCES "publication"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_lab_id_plan_version_id_fkey" FOREIGN KEY ("lab_id", "plan_version_id") REFERENCES "plan_version"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_lab_id_channel_id_fkey" FOREIGN KEY ("lab_id", "channel_id") REFERENCES "channel"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_lab_id_reason_id_fkey" FOREIGN KEY ("lab_id", "reason_id") REFERENCES "reason"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_lab_id_decided_by_id_fkey" FOREIGN KEY ("lab_id", "decided_by_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_presentation" ADD CONSTRAINT "plan_presentation_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_presentation" ADD CONSTRAINT "plan_presentation_lab_id_plan_line_id_fkey" FOREIGN KEY ("lab_id", "plan_line_id") REFERENCES "plan_line"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_presentation" ADD CONSTRAINT "plan_presentation_lab_id_product_id_fkey" FOREIGN KEY ("lab_id", "product_id") REFERENCES "product"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_lab_id_plan_id_fkey" FOREIGN KEY ("lab_id", "plan_id") REFERENCES "plan"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_lab_id_plan_version_id_fkey" FOREIGN KEY ("lab_id", "plan_version_id") REFERENCES "plan_version"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_lab_id_plan_line_id_fkey" FOREIGN KEY ("lab_id", "plan_line_id") REFERENCES "plan_line"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_seal" ADD CONSTRAINT "plan_seal_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_seal" ADD CONSTRAINT "plan_seal_lab_id_signature_id_fkey" FOREIGN KEY ("lab_id", "signature_id") REFERENCES "signature"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_seal" ADD CONSTRAINT "plan_seal_lab_id_plan_version_id_fkey" FOREIGN KEY ("lab_id", "plan_version_id") REFERENCES "plan_version"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_network_id_sector_id_fkey" FOREIGN KEY ("lab_id", "network_id", "sector_id") REFERENCES "sector"("lab_id", "network_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_hcp_id_fkey" FOREIGN KEY ("lab_id", "hcp_id") REFERENCES "hcp"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practice"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_channel_id_fkey" FOREIGN KEY ("lab_id", "channel_id") REFERENCES "channel"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_joint_member_id_fkey" FOREIGN KEY ("lab_id", "joint_member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_source_id_fkey" FOREIGN KEY ("lab_id", "source_id") REFERENCES "source"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_reason_id_fkey" FOREIGN KEY ("lab_id", "reason_id") REFERENCES "reason"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_duplicate_of_id_fkey" FOREIGN KEY ("lab_id", "duplicate_of_id") REFERENCES "call"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_lab_id_import_id_fkey" FOREIGN KEY ("lab_id", "import_id") REFERENCES "import"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call_product" ADD CONSTRAINT "call_product_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call_product" ADD CONSTRAINT "call_product_lab_id_call_id_fkey" FOREIGN KEY ("lab_id", "call_id") REFERENCES "call"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "call_product" ADD CONSTRAINT "call_product_lab_id_product_id_fkey" FOREIGN KEY ("lab_id", "product_id") REFERENCES "product"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "data_watermark" ADD CONSTRAINT "data_watermark_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "data_watermark" ADD CONSTRAINT "data_watermark_lab_id_network_id_fkey" FOREIGN KEY ("lab_id", "network_id") REFERENCES "network"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "data_watermark" ADD CONSTRAINT "data_watermark_lab_id_source_id_fkey" FOREIGN KEY ("lab_id", "source_id") REFERENCES "source"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "follow_snapshot" ADD CONSTRAINT "follow_snapshot_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "follow_snapshot" ADD CONSTRAINT "follow_snapshot_lab_id_configuration_hash_fkey" FOREIGN KEY ("lab_id", "configuration_hash") REFERENCES "configuration"("lab_id", "hash") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "follow_snapshot" ADD CONSTRAINT "follow_snapshot_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_lab_id_cycle_id_fkey" FOREIGN KEY ("lab_id", "cycle_id") REFERENCES "cycle"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_lab_id_sector_id_fkey" FOREIGN KEY ("lab_id", "sector_id") REFERENCES "sector"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_lab_id_acknowledged_by_id_fkey" FOREIGN KEY ("lab_id", "acknowledged_by_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_lab_id_assignee_id_fkey" FOREIGN KEY ("lab_id", "assignee_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_lab_id_source_id_fkey" FOREIGN KEY ("lab_id", "source_id") REFERENCES "source"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_lab_id_stored_file_id_fkey" FOREIGN KEY ("lab_id", "stored_file_id") REFERENCES "stored_file"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_lab_id_error_file_id_fkey" FOREIGN KEY ("lab_id", "error_file_id") REFERENCES "stored_file"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_lab_id_member_id_fkey" FOREIGN KEY ("lab_id", "member_id") REFERENCES "member"("lab_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "lab"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
