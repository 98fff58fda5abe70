// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh::test {

// Lines of journals as Optuna 5.0.0 wrote them, with short names of workers. They stand here because moc of Qt 6.4 loses its way in raw
// strings of several lines.

/// A journal that holds a study named "jour", to be maximised.
inline constexpr const char* begunJournal = R"({"op_code":0,"worker_id":"w","study_name":"jour","directions":[2]}
)";

/// Two trials for it: one that is finished, and one that waits.
inline constexpr const char* journalLines =
    R"({"op_code":4,"worker_id":"w","study_id":0,"datetime_start":null,"state":4,"value":null,"values":null,"distributions":{},"params":{},"user_attrs":{},"system_attrs":{"fixed_params":{"x":0.25}},"intermediate_values":{}}
{"op_code":4,"worker_id":"w","study_id":0,"datetime_start":"2026-11-28T20:30:44.416146+05:30"}
{"op_code":6,"worker_id":"w","trial_id":0,"state":0,"values":null,"datetime_start":"2026-11-28T20:30:44.375926+00:00"}
{"op_code":6,"worker_id":"v","trial_id":0,"state":0,"values":null,"datetime_start":"2026-11-28T21:00:00.000000+00:00"}
{"op_code":5,"worker_id":"w","trial_id":0,"param_name":"x","param_value_internal":0.25,"distribution":"{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, \"low\": 0.0, \"high\": 1.0, \"log\": false}}"}
{"op_code":5,"worker_id":"w","trial_id":0,"param_name":"c","param_value_internal":2,"distribution":"{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"a\", null, NaN]}}"}
{"op_code":5,"worker_id":"w","trial_id":1,"param_name":"x","param_value_internal":3,"distribution":"{\"name\": \"IntDistribution\", \"attributes\": {\"log\": false, \"step\": 1, \"low\": 0, \"high\": 9}}"}
{"op_code":8,"worker_id":"w","trial_id":0,"user_attr":{"note":[-Infinity,"\ud800"]}}
{"op_code":7,"worker_id":"w","trial_id":0,"step":2,"intermediate_value":NaN}
{"op_code":7,"worker_id":"w","trial_id":0,"step":1,"intermediate_value":0.5}
{"op_code":7,"worker_id":"w","trial_id":0,"step":1,"intermediate_value":0.25}
{"op_code":9,"worker_id":"w","trial_id":0,"system_attr":{"constraints":[-0.25]}}
{"op_code":6,"worker_id":"w","trial_id":0,"state":1,"values":[Infinity],"datetime_complete":"2026-11-28T20:30:44.384594+00:00"}
{"op_code":8,"worker_id":"v","trial_id":0,"user_attr":{"note":"too late"}}
{"op_code":2,"worker_id":"w","study_id":0,"user_attr":{"about":"n"}}
{"op_code":10,"worker_id":"r","trial_ids":[0]}
)";

/// Two studies beside it: "gone", which is deleted, and "two", of two objectives.
inline constexpr const char* severalJournal =
    R"({"op_code":0,"worker_id":"w","study_name":"gone","directions":[1]}
{"op_code":0,"worker_id":"w","study_name":"two","directions":[2,1]}
{"op_code":0,"worker_id":"v","study_name":"two","directions":[1]}
{"op_code":1,"worker_id":"w","study_id":1}
{"op_code":4,"worker_id":"w","study_id":1,"datetime_start":null}
{"op_code":4,"worker_id":"w","study_id":2,"datetime_start":null,"datetime_complete":"2026-11-28T20:30:44.416146+00:00","state":1,"value":null,"values":[0.5,-Infinity],"distributions":{"n":"{\"name\": \"IntDistribution\", \"attributes\": {\"log\": true, \"step\": 1, \"low\": 1, \"high\": 9}}"},"params":{"n":4},"user_attrs":{},"system_attrs":{},"intermediate_values":{"3":0.5,"-1":NaN}}
)";

/// A parameter whose value is the eighth of a single choice.
inline constexpr const char* unknownChoice =
    R"({"op_code":5,"trial_id":0,"param_name":"c","param_value_internal":7,"distribution":"{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [1]}}"})";

} // namespace reweigh::test
