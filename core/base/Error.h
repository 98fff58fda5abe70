// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace reweigh {

/// What went wrong, as a code. Core never writes sentences: `widgets/text/ErrorText` turns a code and
/// its arguments into one translatable sentence, and tests compare codes.
enum class ErrorCode {
    // A value the user gave.
    UnknownKey,      ///< where = key, hint = nearest known key
    UnknownValue,    ///< where = key, detail = value, hint = nearest known value or the list
    MethodElsewhere, ///< where = key, detail = a method's name that is no value, hint = the sentence that says where the method is
    ValueOutOfRange, ///< where = key, detail = value, hint = allowed range
    ConfigNotJson,   ///< where = file, detail = place and what cannot stand there, hint = how to mend it
    MissingOption,   ///< where = option, hint = what it is for
    UnknownOption,   ///< where = option as typed, detail = command, hint = nearest option
    UsageWrong,      ///< where = what is wrong with the command line, detail = command
    SettingUnused,   ///< where = key; detail = setting and value with which it has no effect, hint = values with which it has one;
                     ///< if a search sets it itself: no detail, hint = settings to give instead
    // Data sets and their recipes.
    DataSetNotInstalled, ///< where = folder or file looked for, hint = how to get it
    FileMissing,         ///< where = path
    FileUnreadable,      ///< where = path, detail = system message
    FileTruncated,       ///< where = path, detail = sizes found and expected
    FileOversize,        ///< where = path, detail = sizes found and allowed
    FileCorrupt,         ///< where = path, detail = what is wrong, hint = expected format
    NotAnImage,          ///< where = path, detail = decoder message
    LabelOutOfRange,     ///< where = path or set, detail = label and index, hint = range
    ClassWouldBeEmpty,   ///< where = class, detail = factor asked, hint = largest factor possible
    SplitTooLarge,       ///< where = class, detail = images that are to be held out, hint = images it has
    CheckedTooFew,       ///< where = class, detail = images that are to be held out, hint = checked images it has
    RecipeNotApplicable, ///< where = option and value, detail = data set, or what else it does not fit; hint = values that fit
    MetaSetUnchecked,    ///< where = weighting, which learns from images whose labels are right; nobody has said of any that they are
    // Labels from a file.
    CsvLineWrong,        ///< where = path, detail = line, hint = what is wrong there and how to mend it
    CsvColumnMissing,    ///< where = path, detail = what is missing, hint = the columns there are; no detail: hint = those to choose from
    LabelImageUnknown,   ///< where = path, detail = the row's image and line, hint = which images there are
    LabelsIncomplete,    ///< where = path, detail = how many training images have no label, and the first of them
    LabelsOfOtherImages, ///< where = path, detail = a line that shows it, and by what: a path, or a label
    // Folders of images.
    FolderMissing,        ///< where = folder; detail not empty: it is a file
    FolderWithoutClasses, ///< where = folder
    FolderOfOneClass,     ///< where = folder, detail = the class, hint = not empty if the class folders seem to be in that folder: its path
    FolderOfManyClasses,  ///< where = folder, detail = classes found, hint = most there may be
    FolderWithoutTest,    ///< where = folder: no class has two images, so none can be kept for tests
    ClassFolderEmpty,     ///< where = the class's folder, detail = what is there instead, if anything
    ClassFolderUnknown,   ///< where = folder of test or clean images of a class that has no training images
    ImagesUnreadable,     ///< where = folder, detail = how many of how many image files, and the first of them with reasons
    // Downloads.
    DownloadFailed,   ///< where = address, detail = network message
    ChecksumMismatch, ///< where = path, detail = sum found, hint = sum expected
    UnsafeArchive,    ///< where = archive, detail = entry
    // Files that this program writes or wrote earlier.
    FileUnwritable,     ///< where = path, detail = system message
    DiskFull,           ///< where = path, detail = system message
    OutputLost,         ///< where = the stream, detail = system message
    RunLocked,          ///< where = run folder, detail = who writes it, if known
    CheckpointMismatch, ///< where = path, detail = what differs, hint = how to fix it
    // Studies.
    StudyMissing,            ///< where = path; detail = the name asked for, hint = names of the file's studies, if it holds others
    StudyExists,             ///< where = path, hint = "--resume"
    StudyNotSqlite,          ///< where = path; detail not empty: it is a database, but not of studies
    StudyJournal,            ///< where = path of Optuna's journal where a database is needed, hint = call that makes one of it
    StudyLocked,             ///< where = path, detail = who holds it, if known
    StudyLockLeft,           ///< where = lock file, detail = who wrote it: it cannot be known whether that process still runs
    StudyNoLocks,            ///< where = path, detail = system message: the file system has no locks, which databases need
    StudySeveral,            ///< where = path, detail = names of the studies, of which none was named
    StudySeveralObjectives,  ///< where = path, detail = number of objectives
    StudyNotOurs,            ///< where = path: another program made it, without the settings that are needed here
    StudyOtherVersion,       ///< where = path, detail = version found, hint = command that upgrades it; no hint: of a later Optuna
    StudyOtherSpace,         ///< where = path, detail = parameter that differs
    StudyOtherData,          ///< where = path, detail = what differs of data or recipe
    StudyCorrupt,            ///< where = path, detail = database message
    ComparisonCorrupt,       ///< where = the study's path or name, detail = the attribute and what is wrong; its trials can be read
    StudyEmpty,              ///< where = path: no finished trial; hint not empty: none of its trials, which have all ended, succeeded
    ArchitectureOtherSchema, ///< where = path, detail = schema found or violated rule, hint = schema supported
    // Variants to compare.
    VariantSyntax,       ///< where = the part of the text that is not a variant
    VariantSettingFixed, ///< where = variant, detail = a setting that must be the same in all variants
    VariantRepeated,     ///< where = the name that two variants have
    VariantsEqual,       ///< where, detail = names of two variants whose trainings are the same
    VariantsNone,        ///< where = plan file; empty if the list of variants is not from a file
    PlanNotJson,         ///< where = plan file, detail = place and what cannot stand there, hint = how to mend it
    PlanInvalid,         ///< where = plan file, detail = a member and what was found, hint = what it must be
    // Devices and the engine.
    NoSuchDevice,         ///< where = device asked, detail = why not, hint = devices there are
    EngineMissing,        ///< where = library path, detail = loader message
    LibTorchMissing,      ///< where = folder, hint = version; detail = loader message where it is there and cannot be loaded
    PrecisionUnsupported, ///< where = precision, detail = device
    DeviceLost,           ///< where = device, detail = the library's own text; this process cannot use the device any more. hint not empty:
                          ///< another training met it before, so that this one may be blameless
    OutOfMemory,          ///< where = device, detail = allocator message
    // The rest.
    NoNetworkToExport, ///< where = run folder, detail = its weighting, hint = not empty where that has a network, of another form
    Interrupted,       ///< where = run folder; it can be resumed; hint not empty: by the same command as it is
    TrainingFailed,    ///< where = run, detail = the library's own text
    Internal,          ///< a programming error; detail = the condition that did not hold
};

/// An expected failure: a code and up to three arguments for its sentence.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string where;  ///< what the error is about: a path, a key, a class, a device
    std::string detail; ///< what was found
    std::string hint;   ///< what would fix it
    std::string file{}; ///< the file in which that stands, where neither of these is its name; see inFile()

    friend bool operator==(const Error&, const Error&) = default;
};

/// `error` as one about what stands in `file`, which its sentence then begins with; as it is if it is about that file itself.
Error inFile(Error error, const std::string& file);

/// Exit code of the program for `code` (documented in `reweigh --help`):
/// 1 failed, 2 a wrong command line, 3 bad input or data, 4 device not usable, 5 out of memory,
/// 6 interrupted but resumable.
int exitCode(ErrorCode code);

/// Stable lower-case name of `code` for `--json` output: ValueOutOfRange is "value_out_of_range".
const char* errorName(ErrorCode code);

/// The exception that is being handled, as an Error: OutOfMemory for std::bad_alloc, else TrainingFailed with the exception's own
/// text. Call it only in a catch clause. It serves the top of a thread, where an exception that escapes would end the program.
Error caughtError(std::string where);

} // namespace reweigh
