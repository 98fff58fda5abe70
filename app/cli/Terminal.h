// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <mutex>
#include <string>

namespace reweigh {

/// Where a command speaks: results on `out`, progress and errors on `err`, so that `--json` leaves
/// exactly one JSON value on standard output.
/// Thread: any.
class Terminal {
public:
    Terminal(std::ostream& out, std::ostream& err, bool interactive);

    bool json = false;  ///< --json: results as one JSON object
    bool quiet = false; ///< --quiet: no progress

    void print(const std::string& text);        ///< a result, as text; silent under --json
    void result(const nlohmann::json& value);   ///< a result for machines; silent without --json
    void note(const std::string& line);         ///< a line of progress that stays
    void progress(const std::string& line);     ///< a line that the next one replaces; only on a terminal
    int fail(const Error& error);               ///< says the sentence, returns the exit code

private:
    void clearProgress();

    std::mutex m_mutex;
    std::ostream& m_out;
    std::ostream& m_err;
    bool m_interactive;
    std::size_t m_progressWidth = 0;
};

} // namespace reweigh
