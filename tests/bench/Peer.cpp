// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Peer.h"

#include "tests/support/ShortSpins.h"

#include <csignal>
#include <cstdlib>
#include <string_view>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace reweigh::bench {

Peer::Peer(std::vector<std::string> command)
{
    std::signal(SIGPIPE, SIG_IGN);
    int toChild[2], fromChild[2];
    if (command.empty() || pipe2(toChild, O_CLOEXEC) != 0 || pipe2(fromChild, O_CLOEXEC) != 0) // a second peer gets none of them
        return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO);
    for (const int end : {toChild[0], toChild[1], fromChild[0], fromChild[1]})
        posix_spawn_file_actions_addclose(&actions, end);
    std::vector<char*> arguments;
    for (std::string& argument : command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    std::vector<char*> environment;
    for (char** entry = environ; *entry; ++entry)
        if (!test::shortSpinsAreOurs() || !std::string_view(*entry).starts_with("GOMP_SPINCOUNT="))
            environment.push_back(*entry);
    environment.push_back(nullptr);
    if (posix_spawnp(&m_pid, arguments[0], &actions, nullptr, arguments.data(), environment.data()) != 0)
        m_pid = -1;
    posix_spawn_file_actions_destroy(&actions);
    close(toChild[0]);
    close(fromChild[1]);
    m_in = toChild[1];
    m_out = fromChild[0];
}

Peer::~Peer()
{
    if (m_in >= 0)
        close(m_in);
    if (m_out >= 0)
        close(m_out);
    if (m_pid > 0)
        waitpid(m_pid, nullptr, 0);
}

std::optional<double> Peer::ask(const std::string& line)
{
    const std::string asked = line + '\n';
    if (m_pid < 0 || write(m_in, asked.data(), asked.size()) != static_cast<ssize_t>(asked.size()))
        return {};
    std::string answer;
    for (char c = 0; read(m_out, &c, 1) == 1 && c != '\n';)
        answer += c;
    return answer.empty() ? std::nullopt : std::optional(std::strtod(answer.c_str(), nullptr));
}

} // namespace reweigh::bench
