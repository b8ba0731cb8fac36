"""Rosters as a problem of people, shifts and limits in whole minutes: no law, no calendar, no words.

``README.md`` beside this file has an example, and says which limit is for which rule.

``problem.py`` and ``rest.py`` say what can be asked, and ``faults.py`` what cannot be meant. Each kind of limit is read
twice, apart: ``meaning`` counts it on a roster in plain Python (``judge.py`` asks for all of them), ``model`` writes it
for CP-SAT, and no roster is given back that the first has not found in order.

``solve.py`` looks for the best roster: ``search/plan.py`` says which way of looking comes when, ``search/course.py``
is the search under way. ``search/lines`` and ``search/circulation`` see one person's work as a line of days.
``closely.py`` takes the whole model at once, ``least_change.py`` makes changes cost, ``still_kept.py`` and
``without_conflicts.py`` begin from a roster that breaks something.

``explain.py`` names reasons that cannot hold together, by questions (``inquiry.py``) and by adding up (``sums.py``).
``covering`` is a problem of its own: few kinds of shift over a need on the clock.
"""
