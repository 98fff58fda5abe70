// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include "app/cli/TextTable.h"
#include "core/base/JsonText.h"
#include "widgets/text/ErrorText.h"

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
        m_out << withoutControls(text) << std::flush;
}

void Terminal::result(const nlohmann::json& value)
{
    const std::lock_guard lock(m_mutex);
    clearProgress();
    if (json)
        m_out << jsonText(value, 2) << std::endl;
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
    m_err << "reweigh: " << withoutControls(sentence) << std::endl;
    const int code = exitCode(error.code);
    if (!json)
        return code;
    result["error"] = {{"code", errorName(error.code)}, {"message", sentence},    {"exit", code},
                       {"where", error.where},          {"detail", error.detail}, {"hint", error.hint}};
    m_out << jsonText(result, 2) << std::endl;
    return code;
}

void Terminal::clearProgress()
{
    if (m_progressWidth > 0)
        m_err << '\r' << std::string(m_progressWidth, ' ') << '\r' << std::flush;
    m_progressWidth = 0;
}

} // namespace reweigh
