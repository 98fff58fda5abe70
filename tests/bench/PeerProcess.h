// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include "core/base/Json.h"

#include <memory>
#include <string>

namespace reweigh::bench {

/// A Python script that answers each line with one line of JSON; the public program we are measured against.
class PeerProcess {
public:
    /// Null when `python` does not start the script, or the script lacks its modules.
    static std::unique_ptr<PeerProcess> start(const QString& python, const QString& script)
    {
        std::unique_ptr<PeerProcess> peer(new PeerProcess);
        peer->m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        peer->m_process.start(python, {script});
        if (!peer->m_process.waitForStarted())
            return nullptr;
        peer->m_greeting = peer->answer();
        return peer->m_greeting.is_object() ? std::move(peer) : nullptr;
    }

    ~PeerProcess()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
    }

    const nlohmann::json& greeting() const { return m_greeting; }

    /// Null (JSON) when the peer ended instead of answering.
    nlohmann::json command(const std::string& line)
    {
        m_process.write((line + '\n').c_str());
        return answer();
    }

private:
    PeerProcess() = default;

    nlohmann::json answer()
    {
        constexpr int longest = 15 * 60 * 1000; // its slowest command takes minutes
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(longest))
                return {};
        return nlohmann::json::parse(m_process.readLine().toStdString(), nullptr, false);
    }

    QProcess m_process;
    nlohmann::json m_greeting;
};

} // namespace reweigh::bench
