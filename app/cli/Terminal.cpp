// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include "app/cli/TextTable.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "widgets/text/ErrorText.h"

#include <cerrno>
#include <cstring>
#include <ostream>

namespace reweigh {

Terminal::Terminal(std::ostream& out, std::ostream& err, bool interactive)
    : m_out(out)
    , m_err(err)
    , m_interactive(interactive)
{
}

void Terminal::print(const std::string& text)
{
    const std::lock_guard lock(m_mutex);
    clearProgress();
    if (!json)
        write(withoutControls(text));
}

void Terminal::printAlways(const std::string& text)
{
    const std::lock_guard lock(m_mutex);
    clearProgress();
    write(text);
}

void Terminal::result(const nlohmann::json& value)
{
    const std::lock_guard lock(m_mutex);
    clearProgress();
    if (json)
        write(jsonText(value, 2) + '\n');
}

void Terminal::note(const std::string& line)
{
    const std::lock_guard lock(m_mutex);
    clearProgress();
    if (!quiet)
        m_err << withoutControls(line) << std::endl;
}

void Terminal::progress(const std::string& line)
{
    if (quiet || !m_interactive)
        return;
    const std::lock_guard lock(m_mutex);
    clearProgress();
    m_err << oneLine(line) << std::flush;
    m_progressWidth = line.size();
}

int Terminal::fail(const Error& error)
{
    return fail(error, {}, nlohmann::json::object());
}

int Terminal::fail(const Error& error, const std::string& about, nlohmann::json result)
{
    const std::lock_guard lock(m_mutex);
    clearProgress();
    const std::string sentence = (about.empty() ? "" : about + ": ") + errorText(error).toStdString();
    m_err << "reweigh: " << oneLine(sentence) << std::endl; // a library's text or a file's name may have several lines
    const int code = exitCode(error.code);
    if (!json)
        return code;
    result["error"] = {{"code", errorName(error.code)}, {"message", sentence}, {"exit", code},      {"where", error.where},
                       {"detail", error.detail},        {"hint", error.hint},  {"file", error.file}};
    write(jsonText(result, 2) + '\n');
    return code;
}

int Terminal::finish(int code)
{
    constexpr int readerGone = 141; // as a shell reports a program that ends for this reason
    if (m_lost == 0)
        return code;
    if (m_lost == EPIPE) // as with "| head -1": the reader has what it wanted
        return code == 0 ? readerGone : code;
    const Error lost{ErrorCode::OutputLost, "standard output", std::strerror(m_lost), {}};
    clearProgress();
    m_err << "reweigh: " << errorText(lost).toStdString() << std::endl;
    return code == 0 ? exitCode(lost.code) : code;
}

void Terminal::write(const std::string& text)
{
    errno = 0;
    m_out << text << std::flush;
    if (!m_out && m_lost == 0)
        m_lost = errno != 0 ? errno : EIO;
}

void Terminal::clearProgress()
{
    if (m_progressWidth > 0)
        m_err << '\r' << std::string(m_progressWidth, ' ') << '\r' << std::flush;
    m_progressWidth = 0;
}

} // namespace reweigh
