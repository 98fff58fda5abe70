// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Json.h"

#include <iosfwd>
#include <mutex>
#include <string>

namespace reweigh {

/// Prints a command's output: results to `out`, progress and errors to `err`, so that with `--json` standard output
/// contains exactly one JSON value. Control characters in text that it prints are replaced (withoutControls).
/// Thread: any.
class Terminal {
public:
    Terminal(std::ostream& out, std::ostream& err, bool interactive);

    bool json = false;  ///< --json: results as one JSON object
    bool quiet = false; ///< --quiet: no progress

    void print(const std::string& text);       ///< prints a result as text; nothing with --json
    void printAlways(const std::string& text); ///< prints what was asked for as text: --help, --version
    void result(const nlohmann::json& value);  ///< prints a result as JSON; nothing without --json
    void note(const std::string& line);        ///< prints a line of progress that stays
    void progress(const std::string& line);    ///< prints a line that the next output replaces; nothing unless interactive
    int fail(const Error& error);              ///< prints the error's sentence and returns its exit code
    /// The same of an error that concerns `about`, with what was reached all the same: its JSON gets the member "error".
    int fail(const Error& error, const std::string& about, nlohmann::json result);

    /// The exit code of a program that would end with `code`: where output was lost, a sentence says so and 0 becomes 1 (a full disk, a
    /// closed stream), or 141 without a sentence if its reader has ended.
    int finish(int code);

private:
    void write(const std::string& text);
    void clearProgress();

    std::mutex m_mutex;
    std::ostream& m_out;
    std::ostream& m_err;
    bool m_interactive;
    std::size_t m_progressWidth = 0;
    int m_lost = 0; ///< the system's error number of the first output that could not be written; 0: none
};

} // namespace reweigh
