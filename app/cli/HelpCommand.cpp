// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/HelpCommand.h"

#include "app/cli/WrappedText.h"
#include "core/base/NearestName.h"
#include "core/config/ConfigField.h"
#include "widgets/text/HelpText.h"

namespace reweigh {
namespace {

std::vector<std::string> anchorsOf(const QString& language)
{
    std::vector<std::string> anchors;
    for (const HelpTopic& topic : helpTopics(language))
        anchors.push_back(topic.anchor.toStdString());
    return anchors;
}

void printTopic(Terminal& terminal, const HelpTopic& topic)
{
    const QString text = plainHelp(topic.html);
    std::string lines = wrapped(topic.title.toStdString(), 0);
    for (const QString& line : text.split(QLatin1Char('\n')))
        lines += '\n' + wrapped(line.toStdString(), 2);
    terminal.print(lines);
    terminal.result({{"topic", topic.anchor.toStdString()},
                     {"page", topic.page.toStdString()},
                     {"title", topic.title.toStdString()},
                     {"text", text.toStdString()}});
}

void listTopics(Terminal& terminal, const QString& language)
{
    std::string text;
    nlohmann::json all = nlohmann::json::array();
    for (const QString& page : helpPages()) {
        text += (text.empty() ? "" : "\n") + helpPageTitle(page, language).toStdString() + '\n';
        for (const HelpTopic& topic : helpTopics(language))
            if (topic.page == page) {
                text += wrapped(topic.anchor.toStdString() + ": " + topic.title.toStdString(), 2, 2);
                all.push_back({{"topic", topic.anchor.toStdString()}, {"page", page.toStdString()}, {"title", topic.title.toStdString()}});
            }
    }
    terminal.print(text);
    terminal.result({{"topics", std::move(all)}});
}

} // namespace

void HelpCommand::declare(CLI::App& app)
{
    app.add_option("TOPIC", m_topic, "Only this term or view, such as auroc; without it, the list of all");
    app.add_option("--lang", m_language, "Language of the text: en, de or ja; en unless given");
}

int HelpCommand::run(Terminal& terminal, std::stop_token)
{
    const QString language = QString::fromStdString(m_language);
    if (!helpLanguages().contains(language))
        return terminal.fail({ErrorCode::UnknownValue, "lang", m_language, "en, de, ja"});
    if (m_topic.empty()) {
        listTopics(terminal, language);
    } else if (const HelpTopic* topic = helpTopic(QString::fromStdString(m_topic).toLower().replace(' ', '-'), language)) {
        printTopic(terminal, *topic);
    } else {
        const std::vector<std::string> anchors = anchorsOf(language);
        const std::string nearest = nearestName(m_topic, anchors);
        return terminal.fail({ErrorCode::UnknownValue, "help", m_topic, nearest.empty() ? valueText(nlohmann::json(anchors)) : nearest});
    }
    return 0;
}

} // namespace reweigh
