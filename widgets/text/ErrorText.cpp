// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/ErrorText.h"

#include "core/base/Choice.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace reweigh {
namespace {

/// Translates in the context under which lupdate stores the texts of a free function in this namespace.
QString tr(const char* text)
{
    return QCoreApplication::translate("reweigh", text);
}

constexpr const char* imageFaults[] = {
    QT_TRANSLATE_NOOP("ImageFaults", "unknown image type"),
    QT_TRANSLATE_NOOP("ImageFaults", "not decodable"),
    QT_TRANSLATE_NOOP("ImageFaults", "leads to no file"),
    QT_TRANSLATE_NOOP("ImageFaults", "the JPEG is cut off"),
    QT_TRANSLATE_NOOP("ImageFaults", "bad Huffman table"),
    QT_TRANSLATE_NOOP("ImageFaults", "the JPEG lacks a table that it names"),
    QT_TRANSLATE_NOOP("ImageFaults", "0 bytes, expected an image"),
    QT_TRANSLATE_NOOP("ImageFaults", "four colour channels, and no Adobe marker says which"),
};

/// The sentence of `error`'s code: %1 where, %2 detail, %3 hint.
QString pattern(const Error& error)
{
    const bool hinted = !error.hint.empty();
    switch (error.code) {
    case ErrorCode::UnknownKey:
        return hinted ? tr("There is no setting \"%1\"; did you mean \"%3\"?")
                      : tr("There is no setting \"%1\"; reweigh train --print-config lists them all.");
    case ErrorCode::UnknownValue:
        return error.hint.find(',') == std::string::npos && hinted ? tr("\"%2\" is no value of %1; did you mean \"%3\"?")
                                                                   : tr("\"%2\" is no value of %1; it takes: %3.");
    case ErrorCode::MethodElsewhere: return tr("\"%2\" is no value of %1. %3");
    case ErrorCode::ValueOutOfRange: return tr("%1 cannot be %2; give %3.");
    case ErrorCode::ConfigNotJson:
        return hinted ? tr("The configuration %1 is not a JSON object (%2); %3.")
                      : tr("The configuration %1 is not a JSON object (%2); compare it with the output of --print-config.");
    case ErrorCode::MissingOption:
        return error.where == "data-dir" ? tr("%1 is missing: the folder of class-named folders of images.")
               : error.where == "labels" ? tr("%1 is missing: the CSV file of labels, which noise-type file takes them from.")
               : error.where == "out"    ? tr("%1 is missing: a plan out of a pipe has no folder beside it for its studies.")
                                         : tr("%1 is missing.");
    case ErrorCode::UnknownOption:
        return hinted ? tr("%2 has no option %1; did you mean %3?") : tr("%2 has no option %1; %2 --help lists those it has.");
    case ErrorCode::UsageWrong: return tr("%1; see %2 --help.");
    case ErrorCode::SettingUnused:
        if (error.detail.empty())
            return hinted ? tr("%1 has no effect in a search, which draws its own for each trial; give %3 instead.")
                          : tr("%1 has no effect in a search, whose trials all use the same value; leave it out.");
        return hinted ? tr("%1 has no effect with %2, only with %3.") : tr("%1 has no effect with %2; leave one of them out.");
    case ErrorCode::DataSetNotInstalled: return tr("The data set is not at %1; %3.");
    case ErrorCode::FileMissing:
        return error.where.empty() ? tr("The name of a file is empty; give one.") : tr("There is no file %1; check the path.");
    case ErrorCode::FileUnreadable: return tr("%1 cannot be read (%2); check its name and its permissions.");
    case ErrorCode::FileTruncated: return tr("%1 is cut short (%2); get a whole copy of it.");
    case ErrorCode::FileOversize:
        return hinted ? tr("%1 is larger than it may be (%2, at most %3); check that it is the right file.")
                      : tr("%1 is larger than it may be (%2); check that it is the right file.");
    case ErrorCode::FileCorrupt:
        return hinted ? tr("%1 cannot be read as %3 (%2); check that it is the right file, or restore a copy of it.")
                      : tr("%1 is damaged (%2); restore a copy of it, or download it again.");
    case ErrorCode::NotAnImage: return tr("%1 is not a PNG or JPEG image (%2); remove it from the folder or repair it.");
    case ErrorCode::LabelOutOfRange:
        return tr("%1 has a label outside the data set's classes (%2; allowed %3); check that it is the right file.");
    case ErrorCode::ClassWouldBeEmpty: return tr("Imbalance factor %2 would leave class %1 empty; the largest that works is %3.");
    case ErrorCode::SplitTooLarge:
        return tr("Class %1 has too few images (%3) to hold %2 out and train on one; lower meta-per-class or val-per-class.");
    case ErrorCode::CheckedTooFew:
        return tr("Class %1 has too few checked images (%3) to hold %2 out; check more of them, or lower meta-per-class or val-per-class.");
    case ErrorCode::RecipeNotApplicable: return tr("%1 does not fit %2; use %3.");
    case ErrorCode::MetaSetUnchecked:
        return tr(
            "%1 learns from images whose labels are right, and nobody has checked this folder's: name checked images with --clean (all: "
            "every label is right), or give --meta pseudo, which chooses images by their loss.");
    case ErrorCode::CsvLineWrong: return tr("%1, line %2: %3.");
    case ErrorCode::CsvColumnMissing:
        return error.detail.empty() ? tr("%1 has several columns that may be the labels; name one with --label-column: %3.")
                                    : tr("%1 has no column %2; it has: %3.");
    case ErrorCode::LabelImageUnknown:
        return tr("%1 has a row of an image that is no training image (%2; there are %3); check that the file is of this data set.");
    case ErrorCode::LabelsIncomplete: return tr("%1 leaves %2 without a label; add their rows: every training image needs one.");
    case ErrorCode::LabelsOfOtherImages:
        return tr("%1 is of other images, or has them in another order (%2); take the file that was made for this data set.");
    case ErrorCode::FolderMissing:
        return error.detail.empty() ? tr("There is no folder %1; check the path.")
                                    : tr("%1 is a file; name the folder that holds the folders of the classes.");
    case ErrorCode::FolderWithoutClasses:
        return tr("%1 holds no class folders; put the images of each class into a folder of its own there, named after the class.");
    case ErrorCode::FolderOfOneClass:
        if (hinted)
            return tr("%1 holds one folder only (%2), and the class folders seem to be in that one; name %3 instead.");
        return tr("%1 holds one class folder only (%2); there is nothing to tell apart: add the folders of the other classes, or name the "
                  "folder that holds them.");
    case ErrorCode::FolderOfManyClasses:
        return tr("%1 holds %2 class folders, and %3 are the most there may be; name the folder whose folders are classes, or join some.");
    case ErrorCode::FolderWithoutTest:
        return tr("No class in %1 has two images, so none can be kept for tests; add images, or divide them into train and test folders.");
    case ErrorCode::ClassFolderEmpty:
        return error.detail.empty()
                   ? tr("The class folder %1 holds no image; put its images there, or remove the folder.")
                   : tr("The class folder %1 holds no image to read (%2); put PNG or JPEG images there, or remove the folder.");
    case ErrorCode::ClassFolderUnknown:
        return tr(
            "The training images have no class of the name of %1; rename or remove that folder, or add training images of the class.");
    case ErrorCode::ImagesUnreadable:
        return tr("%1 has image files that cannot be read, %2; repair or remove them, or leave them out with --skip-broken.");
    case ErrorCode::DownloadFailed: return tr("The download of %1 failed (%2); run it again, it continues where it stopped.");
    case ErrorCode::ChecksumMismatch: return tr("%1 has checksum %2 instead of %3; delete it and download it again.");
    case ErrorCode::UnsafeArchive: return tr("The archive %1 wants to write outside its folder (%2); it was not unpacked.");
    case ErrorCode::FileUnwritable: return tr("%1 cannot be written (%2); choose another folder or change its permissions.");
    case ErrorCode::DiskFull:
        return tr(
            "There is no room left to write %1 (%2); free some space and run the same command again, with --resume if it has that option.");
    case ErrorCode::OutputLost:
        return tr("What was printed to %1 is not complete (%2); make room there or send it elsewhere, and run the command again.");
    case ErrorCode::RunLocked:
        return error.detail.empty() ? tr("The run %1 is being written by another process; wait for it or stop it.")
                                    : tr("The run %1 is being written by another process (%2); wait for it or stop it.");
    case ErrorCode::CheckpointMismatch: return tr("The checkpoint %1 belongs to another run (%2); %3.");
    case ErrorCode::StudyMissing:
        if (error.where.empty())
            return tr("The name of a study's file is empty; give one.");
        return hinted ? tr("%1 holds no study named %2; it holds: %3.")
                      : tr("There is no study at %1; check the path, or start one with reweigh search.");
    case ErrorCode::StudyExists: return tr("%1 already holds a study or run; continue it with --resume, or give another --out.");
    case ErrorCode::StudyNotSqlite:
        return error.detail.empty() ? tr("%1 is not a study file (not an SQLite database); give the study.db of a study's folder.")
                                    : tr("%1 is a database, but not one of studies (%2); give the study.db of a study's folder.");
    case ErrorCode::StudyLocked:
        return error.detail.empty() ? tr("The study %1 is being written by another process; wait for it or stop it.")
                                    : tr("The study %1 is being written by another process (%2); wait for it or stop it.");
    case ErrorCode::StudyJournal:
        return tr("%1 is a journal of Optuna's: it is read here, but not written; copy its study into a database, in Python with %3.");
    case ErrorCode::StudyLockLeft:
        return tr(
            "%1 is the lock of %2, and this file system cannot tell whether that process still runs; remove the file if it does not.");
    case ErrorCode::StudyNoLocks:
        return tr("%1 lies on a file system without file locks (%2), which keep two writers apart; copy the study to a local disk and work "
                  "there.");
    case ErrorCode::StudySeveral: return tr("%1 holds several studies; name one with --study-name: %2.");
    case ErrorCode::StudySeveralObjectives:
        return tr(
            "The study %1 has %2 objectives; reweigh report and the window show them, but what is searched or compared here has one.");
    case ErrorCode::StudyNotOurs:
        return tr("The study %1 was made by another program and has no settings of trainings, which this needs; reweigh report and the "
                  "window show what it holds.");
    case ErrorCode::StudyOtherVersion:
        return hinted ? tr("The study %1 has the tables of an earlier Optuna (%2); upgrade them, after a copy, with: %3")
                      : tr("The study %1 has the tables of a later Optuna (%2) than this program knows; use a newer reweigh.");
    case ErrorCode::StudyOtherSpace:
        return tr("The study %1 searches another space (%2); take the settings of the search that it was made with, or another folder for "
                  "a new study.");
    case ErrorCode::StudyOtherData:
        return tr("The study %1 is of other data (differing: %2); give the data it was made with, or another --out.");
    case ErrorCode::StudyCorrupt: return tr("The study %1 is damaged (%2); restore a copy of it.");
    case ErrorCode::ComparisonCorrupt:
        return tr("The comparison stored in the study %1 cannot be read (%2), but its trials can; restore a copy of the study to have the "
                  "comparison again.");
    case ErrorCode::StudyEmpty:
        return hinted ? tr("No trial of the search %1 succeeded, so nothing can be made from it; reweigh report says why each one failed.")
                      : tr("The study %1 has no finished trial yet; let reweigh search finish one.");
    case ErrorCode::ArchitectureOtherSchema:
        return tr("%1 is not an architecture file of this version (%2; expected %3); write it anew with reweigh export.");
    case ErrorCode::VariantSyntax:
        return tr("\"%1\" is no variant; write a name of the list, or one of your own as name:key=value,key=value (letters, digits, + - _ "
                  ". in its name, dashes in "
                  "lists: hidden=64-64).");
    case ErrorCode::VariantSettingFixed: return tr("Variant %1 cannot have its own %2: it is the same for all compared variants.");
    case ErrorCode::VariantRepeated: return tr("Two variants are called %1; give one of them another name.");
    case ErrorCode::VariantsEqual: return tr("Variants %1 and %2 are one and the same training; leave one out, or change a setting of it.");
    case ErrorCode::VariantsNone:
        return error.where.empty() ? tr("Nothing is named that could be compared; give --variants, for example searched,fixed,ce.")
                                   : tr("%1 names no variant; give it a list \"variants\", for example [\"searched\", \"ce\"].");
    case ErrorCode::PlanNotJson: return tr("The plan %1 is not a JSON object (%2); %3.");
    case ErrorCode::PlanInvalid: return tr("The plan %1 cannot be carried out: %2; give %3.");
    case ErrorCode::NoSuchDevice: return hinted ? tr("Device %1 cannot be used (%2); there is: %3.") : tr("Device %1 cannot be used (%2).");
    case ErrorCode::EngineMissing:
        return tr("The training engine %1 could not be loaded (%2); install the package again, or run packaging/setup and build again.");
    case ErrorCode::LibTorchMissing:
        return error.detail.empty()
                   ? tr("Trainings need LibTorch %3, which is not in %1; reweigh setup downloads it.")
                   : tr("LibTorch %3 could not be loaded (%2); run reweigh setup --remove, then reweigh setup, which downloads it to %1.");
    case ErrorCode::PrecisionUnsupported: return tr("Precision %1 is not supported on %2; use fp32.");
    case ErrorCode::DeviceLost:
        return tr("Device %1 stopped working (%2); start the program again and continue, with --resume if the command has that option.");
    case ErrorCode::OutOfMemory: return tr("%1 ran out of memory (%2); lower batch-size or choose a smaller model.");
    case ErrorCode::NoNetworkToExport:
        return hinted ? tr("The network of the run %1 cannot be exported: that of the weighting %2 has several outputs, and a file holds "
                           "one; leave --torchscript out.")
                      : tr("The run %1 has no network to export, for its weights come from the weighting %2; leave --torchscript out.");
    case ErrorCode::Interrupted:
        if (error.where.empty())
            return tr("Interrupted before anything was written: run the same command again.");
        if (hinted)
            return tr("Interrupted; everything so far is in %1: run the same command again to continue.");
        return tr("Interrupted; everything so far is in %1: run the same command with --resume to continue.");
    case ErrorCode::TrainingFailed: return tr("Training of %1 failed: %2");
    case ErrorCode::Internal: return tr("Internal error: %2 (%1). Please report it.");
    }
    return QString();
}

/// The hint, which for this one code is a sentence of core's tables.
QString hintOf(const Error& error)
{
    return error.code == ErrorCode::MethodElsewhere ? QCoreApplication::translate(tableContext, error.hint.c_str())
                                                    : QString::fromStdString(error.hint);
}

} // namespace

QString imageFaultText(const std::string& text)
{
    QString said = QString::fromStdString(text);
    for (const char* fault : imageFaults)
        said.replace(QLatin1String(fault), QCoreApplication::translate("ImageFaults", fault));
    static const QRegularExpression otherFormat(QStringLiteral("begins as a (\\S+) file does"));
    return said.replace(otherFormat, QCoreApplication::translate("ImageFaults", "begins as a %1 file does").arg(QStringLiteral("\\1")));
}

QString errorText(const Error& error)
{
    const bool ofImages =
        error.code == ErrorCode::NotAnImage || error.code == ErrorCode::ImagesUnreadable || error.code == ErrorCode::FileTruncated;
    const QString arguments[] = {QString::fromStdString(error.where),
                                 ofImages ? imageFaultText(error.detail) : QString::fromStdString(error.detail), hintOf(error)};
    const QString text = pattern(error);
    QString sentence;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int index = text[i] == '%' && i + 1 < text.size() ? text[i + 1].digitValue() : 0;
        if (index >= 1 && index <= 3)
            sentence += arguments[index - 1], ++i;
        else
            sentence += text[i];
    }
    return error.file.empty() ? sentence : QString::fromStdString(error.file) + QStringLiteral(": ") + sentence;
}

} // namespace reweigh
