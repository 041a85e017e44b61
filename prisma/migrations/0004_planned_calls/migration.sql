-- A planned call keeps the day it was planned for, whatever came of it: what tells a refused planned visit from an extra one.
-- Calls planned before this column read as planned by their outcome.
ALTER TABLE "call" ADD COLUMN "planned_on" DATE;
