// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/UsageText.h"

#include "core/base/AsciiCase.h"
#include "core/base/NearestName.h"
#include "core/base/NumberText.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace reweigh {
namespace {

/// Names that other programs have for settings of this one.
constexpr std::pair<const char*, const char*> otherNames[] = {{"learning-rate", "lr"},
                                                              {"batchsize", "batch-size"},
                                                              {"bs", "batch-size"},
                                                              {"wd", "weight-decay"},
                                                              {"gpu", "device"},
                                                              {"n-trials", "trials"},
                                                              {"num-epochs", "epochs"},
                                                              {"n-epochs", "epochs"},
                                                              {"jobs", "workers"},
                                                              {"num-workers", "workers"},
                                                              {"n-jobs", "workers"},
                                                              {"output", "out"},
                                                              {"out", "output"},
                                                              {"output-dir", "out"},
                                                              {"random-seed", "seed"},
                                                              {"noise", "noise-rate"},
                                                              {"imbalance", "imbalance-factor"}};

/// An option as typed, as its name would be written: "--Noise_Rate=0.1" and "–noise-rate" (a dash from a text processor) are "noise-rate".
std::string bareName(const std::string& typed)
{
    std::string name = typed.substr(0, typed.find('='));
    for (const char* dash : {"\u2013", "\u2014", "\u2212"})
        for (std::size_t at = name.find(dash); at != std::string::npos; at = name.find(dash))
            name.replace(at, std::string_view(dash).size(), "-");
    name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
    std::ranges::replace(name, '_', '-');
    return lowerAscii(name);
}

bool looksLikeOption(const std::string& typed)
{
    return typed.starts_with('-') || typed.starts_with("\u2013") || typed.starts_with("\u2014") || typed.starts_with("\u2212");
}

/// The options that the help of `app` shows, without their dashes.
std::vector<std::string> optionNames(const CLI::App& app)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        if (!option->get_group().empty())
            names.insert(names.end(), option->get_lnames().begin(), option->get_lnames().end());
    return names;
}

std::string nearestOption(const CLI::App& app, const std::string& name)
{
    const std::vector<std::string> names = optionNames(app);
    if (std::ranges::find(names, name) != names.end())
        return name;
    for (const auto& [other, here] : otherNames)
        if (name == other && std::ranges::find(names, here) != names.end())
            return here;
    return nearestName(name, names);
}

std::string commandOf(const CLI::App& program, const CLI::App& app)
{
    return &program == &app ? program.get_name() : program.get_name() + " " + app.get_name();
}

/// `words` were left over by `app`, which is `program` or one of its subcommands; `chosen`: the subcommand that was named, if any.
Error unexpected(const CLI::App& program, const CLI::App& app, const std::vector<CLI::App*>& chosen, const std::vector<std::string>& words)
{
    const auto option = std::ranges::find_if(words, looksLikeOption);
    const std::string command = commandOf(program, app);
    if (option == words.end()) {
        if (&program == &app)
            return {ErrorCode::UsageWrong, "there is nothing that \"" + words.front() + "\" could mean here", command, {}};
        return {ErrorCode::UsageWrong, command + " takes no further argument, but was given \"" + words.front() + "\"", command, {}};
    }
    const std::string name = bareName(*option), typed = option->substr(0, option->find('='));
    const std::vector<std::string> own = optionNames(app);
    std::vector<const CLI::App*> others(chosen.begin(), chosen.end());
    for (const CLI::App* other : program.get_subcommands([](const CLI::App*) { return true; }))
        others.push_back(other);
    if (std::ranges::find(own, name) == own.end()) // another command's option is meant, not the nearest of this one
        for (const CLI::App* other : others)
            if (const std::vector<std::string> theirs = optionNames(*other); std::ranges::find(theirs, name) != theirs.end()) {
                const std::string place = &program == &app ? ", which stands behind the command: " : ", which belongs to ";
                return {ErrorCode::UsageWrong,
                        command + " has no option " + typed + place + commandOf(program, *other) + " --" + name,
                        command,
                        {}};
            }
    const std::string nearest = nearestOption(app, name);
    return {ErrorCode::UnknownOption, typed, command, nearest.empty() ? nearest : "--" + nearest};
}

} // namespace

Error usageErrorOf(const CLI::App& program, const CLI::ParseError& error)
{
    const std::vector<CLI::App*> chosen = const_cast<CLI::App&>(program).get_subcommands();
    const CLI::App& app = chosen.empty() ? program : *chosen.front();
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) // its name is the command's
        for (const CLI::App* left : {&app, &program}) // "reweigh --json report": what stands before the command is left over by the program
            if (const std::vector<std::string> words = left->remaining(); !words.empty())
                return unexpected(program, *left, chosen, words);
    std::string text = error.what();
    if (error.get_name() == "ArgumentMismatch" && text.ends_with(" required  missing")) // CLI11: "--lr: 1 required  missing"
        text = text.substr(0, text.find(':')) + " needs a value";
    std::ranges::replace(text, '\n', ' ');
    return {ErrorCode::UsageWrong, text, commandOf(program, app), {}};
}

Error unknownCommand(const CLI::App& program, const std::string& word)
{
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    const std::string nearest = nearestName(word, names);
    if (nearest.empty())
        return {ErrorCode::UsageWrong, {}, {}, {}};
    return {ErrorCode::UsageWrong,
            "\"" + word + "\" is neither a command nor a study that is there; did you mean " + program.get_name() + " " + nearest,
            program.get_name(),
            {}};
}

CLI::Validator wholeNumber(int low, int high)
{
    const std::string range = std::to_string(low) + ".." + std::to_string(high);
    return CLI::Validator(
        [low, high, range](std::string& text) -> std::string {
            const std::optional<double> number = numberFromText(text);
            if (!number || *number != std::floor(*number) || *number < low || *number > high)
                return "\"" + text + "\" is no whole number in " + range;
            text = std::to_string(int(*number));
            return {};
        },
        range);
}

CLI::Validator wholeNumberOrAuto(int low, int high)
{
    const CLI::Validator number = wholeNumber(low, high);
    return CLI::Validator(
        [number](std::string& text) -> std::string {
            if (text != "auto") {
                const std::string wrong = number(text);
                return wrong.empty() ? wrong : wrong + ", nor auto";
            }
            text = "0";
            return {};
        },
        "auto or " + std::to_string(low) + ".." + std::to_string(high));
}

} // namespace reweigh
