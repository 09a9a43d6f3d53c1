-- Warnings whose limit was moved while they waited for its old end; the sweep sets their timers and tasks.
UPDATE supervision_slip slip SET limit_due_at = running.due_at, due_at = running.due_at
FROM deadline running
WHERE running.petition = slip.petition AND running.unit = slip.unit AND running.stage = slip.stage
  AND running.round = slip.round AND running.ended_at IS NULL AND running.due_at > slip.due_at
  AND slip.rung = 'BLUE' AND slip.rule = 'NEAR_EXPIRY' AND slip.ended_at IS NULL;

-- The indexes that began with the petition went with the rungs; its slips and facts are asked for by it.
CREATE INDEX supervision_slip_petition ON supervision_slip (petition);
CREATE INDEX assessment_fact_petition ON assessment_fact (petition);
