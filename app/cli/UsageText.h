// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <CLI/App.hpp>

#include <string>

namespace reweigh {

/// What `error`, which parsing flags with `program` threw, says in one sentence: for an option that the command does not have, the nearest
/// one that it has (UnknownOption), or the command that has it; else UsageWrong.
Error usageErrorOf(const CLI::App& program, const CLI::ParseError& error);

/// What to say of `word`, which is neither a subcommand nor a study: the subcommand that it is likely to mean. Without one, an error
/// whose `where` is empty.
Error unknownCommand(const CLI::App& program, const std::string& word);

/// A check of a flag's value that also writes it in a form that CLI11 reads: a whole number from `low` to `high`, however a person
/// writes it (8, 08, 8.0, 1e1). CLI11 alone takes 010 for 8.
CLI::Validator wholeNumber(int low, int high);
/// The same, or "auto", which stands for 0.
CLI::Validator wholeNumberOrAuto(int low, int high);

} // namespace reweigh
