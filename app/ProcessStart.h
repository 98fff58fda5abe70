// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

/// Prepares the process, before it opens any file or starts any thread:
/// - Where standard input, output or error is closed (`>&-`), its number is taken, so that no file of a study gets it and with it what is
///   meant for a terminal. Reading or writing such a stream fails, and Terminal says so.
/// - Writing to a pipe whose reader has ended fails, where it would end the process: a search goes on although its log is cut off.
/// - An exception that no code catches, on whatever thread, ends the program with one sentence and exit code 1, or 5 for lack of memory.
void prepareProcess();

/// Numbers are read and written with a decimal point, whatever the user's locale. To be called after the QCoreApplication is made, which
/// takes the locale over for the C library too.
void writeNumbersWithPoints();

} // namespace reweigh
