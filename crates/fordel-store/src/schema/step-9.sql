-- Which proposals have a plan that places something is asked for by each of a unit's pages: found without reading a plan.
CREATE INDEX proposal_placed ON proposal (unit, number)
    WHERE CASE WHEN json_valid(plan) THEN json_array_length(plan, '$.placements') > 0 END;
