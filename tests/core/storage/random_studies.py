# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes random studies with Optuna, and says what Optuna itself reads in them.

    python3 random_studies.py FOLDER COUNT SEED

Writes COUNT studies into FOLDER: several to a file, by turns databases with a rollback journal, databases with a write-ahead log and
journals of JournalStorage. Of some databases trials are deleted. Prints a JSON object a line for each study, first whatever JSON cannot
say being put into words: numbers that must be equal to the bit are texts of float.hex(), halves of surrogate pairs are U+FFFD.
tests/support/RandomStudies.h reads them.
"""

import json
import math
import os
import random
import shutil
import sqlite3
import sys
import warnings
from datetime import datetime, timedelta

warnings.simplefilter('ignore')
import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution, distribution_to_json
from optuna.storages import JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState, create_trial
from optuna.visualization._optimization_history import _get_optimization_history_info_list as history_of
from sqlalchemy import event

optuna.logging.set_verbosity(optuna.logging.CRITICAL)
inf, nan = math.inf, math.nan
folder, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rng = random.Random(seed)
deleting = random.Random(seed + 1) # of its own, so that the studies are the same with deletions and without

TEXTS = ['', ' ', 'x', 'lr', 'a b', 'ä', '学習率', '🙂', 'tab\there', 'line\nbreak', 'quote"\'`', 'back\\slash', '%s%d', "'; --", '<b>&amp;', '[0]',
         '{}', 'null', 'NaN', '1e400', '-0', '\u202eright to left', '\u0301', '\x7f', '\x01', 'reweigh', 'x' * 400, 'values_0', 'number', 'state', 'nodes_0']
NUMBERS = [0, 1, -1, 7, 2 ** 31, -2 ** 53, 2 ** 63 - 1, -2 ** 63, 2 ** 64, 10 ** 40, 0.0, -0.0, 0.1, -1.5, 1e-300, 5e-324, 1.7976931348623157e308, nan, inf,
           -inf]
VALUES = [0.0, -0.0, 5e-324, 1e-300, -1e300, 1.7976931348623157e308, inf, -inf]


def anything(depth=0):
    """Any JSON, and what Python writes in its place."""
    kind = rng.randrange(5 if depth > 2 else 8)
    if kind == 0:
        return rng.choice([None, True, False])
    if kind == 1:
        return rng.choice(NUMBERS)
    if kind == 2:
        return rng.uniform(-1, 1) * 10.0 ** rng.randint(-20, 20)
    if kind == 3:
        return rng.choice(TEXTS)
    if kind == 4:
        return rng.choice(['half \ud800', '\udfff\ud800', 'pair \ud83d\ude42', 'nul \0 in it'])
    if kind == 5:
        return {rng.choice(TEXTS): anything(depth + 1) for _ in range(rng.randint(0, 3))}
    return [anything(depth + 1) for _ in range(rng.randint(0, 3))]


def attributes():
    return {rng.choice(TEXTS): anything() for _ in range(rng.choice([0, 0, 1, 2, 4]))}


def some_distribution():
    kind = rng.randrange(9)
    if kind == 0:
        return CategoricalDistribution(rng.choice([('a', 'b', 'c'), (True, False), (None, 'None'), ('only',), (0.5, 1, 'two', None), tuple(range(30)),
                                                   ('\ud800', 'x'), (nan, inf, -inf), ([1, 2], [], {'k': 1}), ('', ' ')]))
    if kind == 1:
        low = rng.randint(-50, 50)
        return IntDistribution(low, low + rng.randint(0, 80), step=rng.choice([1, 1, 2, 7]))
    if kind == 2:
        low = rng.randint(1, 64)
        return IntDistribution(low, low * rng.randint(1, 64), log=True)
    if kind == 3:
        return IntDistribution(*rng.choice([(-2 ** 53, 2 ** 53), (0, 2 ** 62), (-2 ** 63, 2 ** 63 - 1), (0, 10 ** 30)]))
    if kind == 4:
        low = 10.0 ** rng.uniform(-8, 0)
        return FloatDistribution(low, low * 10.0 ** rng.uniform(0, 6), log=True)
    if kind == 5:
        return FloatDistribution(0.0, rng.choice([1.0, 0.95, 3.0]), step=rng.choice([0.1, 0.25, 0.3]))
    if kind == 6:
        return FloatDistribution(*rng.choice([(-inf, inf), (0.0, inf), (-1e308, 1e308), (5e-324, 1e-300), (2.0, 2.0)]))
    low = rng.uniform(-10, 10)
    return FloatDistribution(low, low + rng.uniform(0, 20))


def narrower(d):
    """The same parameter with another range, as Optuna allows it within a study."""
    if isinstance(d, CategoricalDistribution) or d.single() or (not isinstance(d, IntDistribution) and math.isinf(d.high - d.low)):
        return d
    if isinstance(d, IntDistribution):
        return IntDistribution(d.low, d.low + (d.high - d.low) // 2, log=d.log, step=d.step)
    return FloatDistribution(d.low, d.low + (d.high - d.low) / 2, log=d.log, step=d.step)


def value_in(d):
    if isinstance(d, CategoricalDistribution):
        return rng.choice(d.choices)
    if isinstance(d, IntDistribution):
        return d.low + d.step * rng.randint(0, (d.high - d.low) // d.step)
    if d.step:
        return d.low + d.step * rng.randint(0, int((d.high - d.low) / d.step + 1e-9))
    if rng.random() < 0.1:
        return rng.choice([d.low, d.high])
    if d.log:
        return min(d.high, max(d.low, math.exp(rng.uniform(math.log(d.low), math.log(d.high)))))
    low, high = max(d.low, -1e307), min(d.high, 1e307)
    return min(d.high, max(d.low, rng.uniform(low, high)))


def some_value(coarse):
    if rng.random() < 0.05:
        return rng.choice(VALUES)
    return float(rng.randint(0, 5)) if coarse else rng.gauss(0, 1) * 10.0 ** rng.choice([0, 0, 0, -9, 9])


def some_trial(space, objectives, coarse, bounds):
    state = rng.choices([TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAIL, TrialState.RUNNING, TrialState.WAITING], [75, 10, 6, 4, 5])[0]
    distributions, params = {}, {}
    for name, (d, always) in space.items():
        if state != TrialState.WAITING and (always or rng.random() < 0.5):
            distributions[name] = narrower(d) if rng.random() < 0.2 else d
            params[name] = value_in(distributions[name])
    values = None
    if state == TrialState.COMPLETE or (state == TrialState.PRUNED and rng.random() < 0.5):
        values = [some_value(coarse) for _ in range(objectives)]
    system = {key: value for key, value in attributes().items() if not key.startswith('constraints')}
    if bounds and rng.random() < 0.8:
        system['constraints'] = [rng.choice([-1.0, 0.0, -0.0, 1.0, -inf, inf, 5e-324]) if rng.random() < 0.5 else -1.0 for _ in range(bounds)]
    if bounds and rng.random() < 0.3:
        system['constraints:' + rng.choice(['memory', '0', 'ä', ''])] = rng.choice([-1.0, 0.5, 0])
    started = datetime(2000, 1, 1) + timedelta(days=rng.randint(0, 12000), microseconds=rng.randint(0, 86400 * 10 ** 6))
    trial = create_trial(state=state, values=values, params=params, distributions=distributions, user_attrs=attributes(), system_attrs=system,
                         intermediate_values={rng.choice([0, 1, 2, 3, 50, -5, 2 ** 31 - 1]): rng.choice(VALUES + [nan, 0.5, rng.gauss(0, 1)])
                                              for _ in range(rng.choice([0, 0, 0, 1, 3]))})
    trial.datetime_start = None if state == TrialState.WAITING else started
    trial.datetime_complete = started + timedelta(microseconds=rng.randint(0, 10 ** 10)) if state.is_finished() else None
    return trial


def make(storage, name, in_journal):
    objectives = rng.choices([1, 2, 3], [70, 20, 10])[0]
    study = optuna.create_study(storage=storage, study_name=name, sampler=optuna.samplers.RandomSampler(seed=rng.randrange(2 ** 31)),
                                directions=[rng.choice(['minimize', 'maximize']) for _ in range(objectives)])
    if rng.random() < 0.3:
        study.set_metric_names(rng.sample(['good', 'ä', 'x', ''], objectives))
    for key, value in attributes().items():
        study.set_user_attr(key, value)
    names = rng.sample(TEXTS + (['half \ud800'] if in_journal else []), rng.randint(0, 5)) # SQLite takes no half of a surrogate pair
    space = {key: (some_distribution(), rng.random() < 0.7) for key in names}
    coarse, bounds = rng.random() < 0.3, rng.choice([0, 0, 0, 1, 3])
    for _ in range(rng.choice([0, 1, 2, 3, 5, 17, 25] if in_journal else [0, 1, 1, 2, 2, 12])): # a database takes its time
        study.add_trial(some_trial(space, objectives, coarse, bounds))
    if rng.random() < 0.3: # Optuna's own way through a trial
        trial = study.ask({key: d for key, (d, _) in space.items() if isinstance(d, CategoricalDistribution) or d.high - d.low < 1e15})
        if objectives == 1:
            trial.report(nan, 3)
        study.tell(trial, [0.5] * objectives) if rng.random() < 0.5 else study.tell(trial, state=TrialState.FAIL)
    if rng.random() < 0.2:
        study.enqueue_trial({key: anything(9) for key in names}, user_attrs=attributes())


def exact(number):
    return None if number is None else float(number).hex()


def since_epoch(time):
    return None if time is None else (time.astimezone().replace(tzinfo=None) - time.astimezone().utcoffset() - datetime(1970, 1, 1)) // timedelta(
        microseconds=1)


def trial_said(t):
    return dict(number=t.number, state=t.state.name, values=t.values and [exact(v) for v in t.values],
                params={name: [distribution_to_json(t.distributions[name]), exact(t.distributions[name].to_internal_repr(v)), v]
                        for name, v in t.params.items()},
                reports=[[step, exact(v)] for step, v in sorted(t.intermediate_values.items())], user=t.user_attrs, system=t.system_attrs,
                constraints={name: exact(v) for name, v in t.constraints.items()}, started=since_epoch(t.datetime_start),
                finished=since_epoch(t.datetime_complete))


def importance_said(study):
    """None where Optuna has none: too few trials, endless ranges, choices that Python cannot hash."""
    try:
        return {name: exact(v) for name, v in optuna.importance.get_param_importances(study).items()}
    except (ValueError, TypeError, ZeroDivisionError, OverflowError, IndexError, AssertionError):
        return None


def history_said(study):
    points, seen = [], False
    for info in history_of(study, None, 'value', False):
        for number, value, best, state in zip(info.trial_numbers, info.values_info.values, info.best_values_info.values, info.values_info.states):
            seen = seen or state.name == 'Feasible'
            if state.name != 'Incomplete':
                points.append([number, exact(value), exact(best if seen else nan)])
    return points


def study_said(path, name, storage):
    study = optuna.load_study(storage=storage, study_name=name)
    said = dict(file=path, name=name, directions=[d.name for d in study.directions], metrics=study.metric_names, user=study.user_attrs,
                trials=[trial_said(t) for t in study.get_trials(deepcopy=False)])
    if len(study.directions) > 1:
        said['front'] = [t.number for t in study.best_trials]
        return said
    try:
        said['best'] = [study.best_trial.number, exact(study.best_value)]
    except ValueError:
        said['best'] = None
    said['importance'] = importance_said(study)
    said['history'] = history_said(study)
    return said


def delete_trials(path):
    """Deletes rows of a database's trials, as users do, for Optuna has no call for it: every fifth, whatever its study."""
    database = sqlite3.connect(path)
    for (trial,) in database.execute('SELECT trial_id FROM trials').fetchall():
        if deleting.random() < 0.2:
            for table in ('trial_params', 'trial_values', 'trial_intermediate_values', 'trial_user_attributes', 'trial_system_attributes',
                          'trial_heartbeats', 'trials'):
                database.execute('DELETE FROM %s WHERE trial_id = ?' % table, (trial,))
    database.commit()
    database.close()


def quick(connection, record):
    connection.execute('PRAGMA synchronous=OFF')


os.fsync = lambda descriptor: None # journals ask for it at every line
made, kept = 0, []
while made < count:
    in_journal = len(kept) % 2 == 1
    here = min(count - made, rng.choice([1, 15, 30] if in_journal else [1, 6, 12]))
    path = os.path.join(folder, '%d.%s' % (len(kept), 'log' if in_journal else 'db'))
    if in_journal:
        storage = JournalStorage(JournalFileBackend(path))
    else:
        if not kept:
            RDBStorage('sqlite:///' + os.path.join(folder, 'empty')).engine.dispose()
        shutil.copy(os.path.join(folder, 'empty'), path) # Optuna takes half a second to make one
        first = sqlite3.connect(path)
        first.execute('PRAGMA journal_mode=' + ('WAL' if len(kept) % 4 == 0 else 'DELETE'))
        first.close()
        storage = RDBStorage('sqlite:///' + path, skip_table_creation=True)
        event.listen(storage.engine, 'connect', quick)
        storage.engine.dispose()
    names = rng.sample(['study', 'ä 学', "it's", '%', 'x' * 200, 'a/b', '-1', '"', 'two\nlines', 'NULL', ' '] +
                       ['study %d' % i for i in range(30)], here)
    for name in names:
        make(storage, name, in_journal)
    if here > 2 and rng.random() < 0.5:
        optuna.delete_study(storage=storage, study_name=names.pop(0))
    if not in_journal and deleting.random() < 0.3:
        delete_trials(path)
    made += len(names)
    kept.append(storage)
    for name in names:
        print(json.dumps(study_said(path, name, storage)))
sys.stdout.flush()
os._exit(0) # without a checkpoint of the write-ahead logs, as after a kill
