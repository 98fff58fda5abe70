// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/live/follow/StudyReader.h"
#include "core/study/StudyStorage.h"

#include <string>

namespace reweigh {

/// A study's trials as a Markdown table: complete and feasible trials first, best first, then complete ones that violate constraints, then
/// the others in the order of `trials`. `nobodyRuns`: no process goes on with those that are stored as running; they are called interrupted.
std::string trialTable(TrialRefs trials, Direction direction, bool nobodyRuns = false);

/// The same for a study of several objectives: first the trials of the Pareto front, then the others, each in the order of the study.
std::string objectivesTable(const StudySnapshot& study);

/// One trial as a line: "trial 3 complete 0.8123  loss 64-16 relu, meta-lr 0.00120".
std::string trialLine(const FrozenTrial& trial);

/// Reads a study once, without blocking its writer. `given`: the user's path, which is the study's file or the folder that holds
/// study.db. `studyName` empty: the only study of the file. Errors: those of StudyReader::read.
Result<std::shared_ptr<const StudySnapshot>> readStudy(const std::string& given, const std::string& studyName = {});

/// Prints how `reweigh <command>` names the plan whose cells are in the folder `given`; nothing where it holds none.
void notePlanOfCells(Terminal& terminal, const std::string& given, const std::string& command);

/// Prints why the stored comparison is left out of what the command shows, where it cannot be read.
void noteLeftOut(Terminal& terminal, const StudySnapshot& study);

/// The report as text: the table of trials, which of them violate constraints, and the table of the compared variants if there are any.
std::string reportText(const StudySnapshot& study);

/// The report that `--json` prints: studyReport(), and under "data" what the recipe changed; an interrupted trial
/// (StudySnapshot::isInterrupted) has the member "interrupted"; for several objectives also "objectives" (name and direction of each) and
/// "pareto_front" (numbers of trials), and no "direction".
nlohmann::json reportJson(const StudySnapshot& study);

} // namespace reweigh
