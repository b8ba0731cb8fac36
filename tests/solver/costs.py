"""What a roster costs to the model and to the judge, each by its own reading of the limits."""

from ortools.sat.python import cp_model

from solver import judge
from solver.model import Model
from solver.problem import Problem, Works


def cost_in_model(model: Model, works: Works) -> int | None:
    """The least the roster costs in the model, which then holds this roster; None where the model does not allow it."""
    if any(pair not in model.variables for pair in works):
        return None
    variables = model.model.proto.variables
    for pair, at in model.variables.items():
        domain = variables[at].domain
        domain[0] = domain[1] = int(pair in works)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False
    status = solver.solve(model.model)
    if status == cp_model.INFEASIBLE:
        return None
    assert status == cp_model.OPTIMAL
    return round(solver.objective_value)


def cost_by_judge(problem: Problem, works: Works) -> int | None:
    """What the judge counts on the roster itself; None where it breaks a hard limit."""
    return None if judge.broken(problem, works) else sum(judge.cost_by_reason(problem, works).values())
