// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProcessStart.h"

#include "core/base/Error.h"
#include "widgets/text/ErrorText.h"

#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace reweigh {
namespace {

[[noreturn]] void endWithSentence()
{
    Error error{ErrorCode::Internal, "a thread", "it ended unexpectedly", {}};
    if (std::current_exception()) {
        try {
            const Error caught = caughtError("a thread");
            error = caught.code == ErrorCode::OutOfMemory ? caught : Error{ErrorCode::Internal, caught.where, caught.detail, {}};
        } catch (...) { // not even that is possible: the sentence of before
        }
    }
    std::string line = "reweigh: " + errorText(error).toStdString();
    for (char& c : line)
        c = c == '\n' ? ' ' : c;
    line += '\n';
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
    ::_exit(exitCode(error.code));
}

} // namespace

void prepareProcess()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0) // closed; the lowest free number is given out, and the wrong mode makes every use fail
            [[maybe_unused]]
            const int taken = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    std::signal(SIGPIPE, SIG_IGN);
    std::set_terminate(endWithSentence);
}

void writeNumbersWithPoints()
{
    std::setlocale(LC_NUMERIC, "C");
}

} // namespace reweigh
