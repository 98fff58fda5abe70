// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <exception>
#include <new>

namespace reweigh {

Error caughtError(std::string where)
{
    try {
        throw;
    } catch (const std::bad_alloc& exception) {
        return {ErrorCode::OutOfMemory, "cpu", exception.what(), {}};
    } catch (const std::exception& exception) {
        return {ErrorCode::TrainingFailed, std::move(where), exception.what(), {}};
    } catch (...) {
        return {ErrorCode::TrainingFailed, std::move(where), "an exception of an unknown kind", {}};
    }
}

Error inFile(Error error, const std::string& file)
{
    if (error.file.empty() && error.where != file)
        error.file = file;
    return error;
}

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownKey:
    case ErrorCode::UnknownValue:
    case ErrorCode::MethodElsewhere:
    case ErrorCode::ValueOutOfRange:
    case ErrorCode::ConfigNotJson:
    case ErrorCode::DataSetNotInstalled:
    case ErrorCode::FileMissing:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileTruncated:
    case ErrorCode::FileOversize:
    case ErrorCode::FileCorrupt:
    case ErrorCode::NotAnImage:
    case ErrorCode::LabelOutOfRange:
    case ErrorCode::ClassWouldBeEmpty:
    case ErrorCode::SplitTooLarge:
    case ErrorCode::CheckedTooFew:
    case ErrorCode::RecipeNotApplicable:
    case ErrorCode::MetaSetUnchecked:
    case ErrorCode::CsvLineWrong:
    case ErrorCode::CsvColumnMissing:
    case ErrorCode::LabelImageUnknown:
    case ErrorCode::LabelsIncomplete:
    case ErrorCode::LabelsOfOtherImages:
    case ErrorCode::FolderMissing:
    case ErrorCode::FolderWithoutClasses:
    case ErrorCode::FolderOfOneClass:
    case ErrorCode::FolderOfManyClasses:
    case ErrorCode::FolderWithoutTest:
    case ErrorCode::ClassFolderEmpty:
    case ErrorCode::ClassFolderUnknown:
    case ErrorCode::ImagesUnreadable:
    case ErrorCode::ChecksumMismatch:
    case ErrorCode::UnsafeArchive:
    case ErrorCode::CheckpointMismatch:
    case ErrorCode::RunLocked:
    case ErrorCode::StudyMissing:
    case ErrorCode::StudyExists:
    case ErrorCode::StudyNotSqlite:
    case ErrorCode::StudyJournal:
    case ErrorCode::StudyLocked:
    case ErrorCode::StudyLockLeft:
    case ErrorCode::StudyNoLocks:
    case ErrorCode::StudySeveral:
    case ErrorCode::StudySeveralObjectives:
    case ErrorCode::StudyNotOurs:
    case ErrorCode::StudyOtherVersion:
    case ErrorCode::StudyOtherSpace:
    case ErrorCode::StudyOtherData:
    case ErrorCode::StudyCorrupt:
    case ErrorCode::ComparisonCorrupt:
    case ErrorCode::StudyEmpty:
    case ErrorCode::ArchitectureOtherSchema:
    case ErrorCode::VariantSyntax:
    case ErrorCode::VariantSettingFixed:
    case ErrorCode::VariantRepeated:
    case ErrorCode::VariantsEqual:
    case ErrorCode::VariantsNone:
    case ErrorCode::PlanNotJson:
    case ErrorCode::PlanInvalid:
    case ErrorCode::NoNetworkToExport: return 3;
    case ErrorCode::MissingOption:
    case ErrorCode::UnknownOption:
    case ErrorCode::UsageWrong:
    case ErrorCode::SettingUnused: return 2;
    case ErrorCode::NoSuchDevice:
    case ErrorCode::EngineMissing:
    case ErrorCode::LibTorchMissing:
    case ErrorCode::PrecisionUnsupported:
    case ErrorCode::DeviceLost: return 4;
    case ErrorCode::OutOfMemory: return 5;
    case ErrorCode::Interrupted: return 6;
    case ErrorCode::DownloadFailed:
    case ErrorCode::FileUnwritable:
    case ErrorCode::DiskFull:
    case ErrorCode::OutputLost:
    case ErrorCode::TrainingFailed:
    case ErrorCode::Internal: return 1;
    }
    return 1;
}

const char* errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownKey: return "unknown_key";
    case ErrorCode::UnknownValue: return "unknown_value";
    case ErrorCode::MethodElsewhere: return "method_elsewhere";
    case ErrorCode::ValueOutOfRange: return "value_out_of_range";
    case ErrorCode::ConfigNotJson: return "config_not_json";
    case ErrorCode::MissingOption: return "missing_option";
    case ErrorCode::UnknownOption: return "unknown_option";
    case ErrorCode::UsageWrong: return "usage_wrong";
    case ErrorCode::SettingUnused: return "setting_unused";
    case ErrorCode::DataSetNotInstalled: return "data_set_not_installed";
    case ErrorCode::FileMissing: return "file_missing";
    case ErrorCode::FileUnreadable: return "file_unreadable";
    case ErrorCode::FileTruncated: return "file_truncated";
    case ErrorCode::FileOversize: return "file_oversize";
    case ErrorCode::FileCorrupt: return "file_corrupt";
    case ErrorCode::NotAnImage: return "not_an_image";
    case ErrorCode::LabelOutOfRange: return "label_out_of_range";
    case ErrorCode::ClassWouldBeEmpty: return "class_would_be_empty";
    case ErrorCode::SplitTooLarge: return "split_too_large";
    case ErrorCode::CheckedTooFew: return "checked_too_few";
    case ErrorCode::RecipeNotApplicable: return "recipe_not_applicable";
    case ErrorCode::MetaSetUnchecked: return "meta_set_unchecked";
    case ErrorCode::CsvLineWrong: return "csv_line_wrong";
    case ErrorCode::CsvColumnMissing: return "csv_column_missing";
    case ErrorCode::LabelImageUnknown: return "label_image_unknown";
    case ErrorCode::LabelsIncomplete: return "labels_incomplete";
    case ErrorCode::LabelsOfOtherImages: return "labels_of_other_images";
    case ErrorCode::FolderMissing: return "folder_missing";
    case ErrorCode::FolderWithoutClasses: return "folder_without_classes";
    case ErrorCode::FolderOfOneClass: return "folder_of_one_class";
    case ErrorCode::FolderOfManyClasses: return "folder_of_many_classes";
    case ErrorCode::FolderWithoutTest: return "folder_without_test";
    case ErrorCode::ClassFolderEmpty: return "class_folder_empty";
    case ErrorCode::ClassFolderUnknown: return "class_folder_unknown";
    case ErrorCode::ImagesUnreadable: return "images_unreadable";
    case ErrorCode::DownloadFailed: return "download_failed";
    case ErrorCode::ChecksumMismatch: return "checksum_mismatch";
    case ErrorCode::UnsafeArchive: return "unsafe_archive";
    case ErrorCode::FileUnwritable: return "file_unwritable";
    case ErrorCode::DiskFull: return "disk_full";
    case ErrorCode::OutputLost: return "output_lost";
    case ErrorCode::RunLocked: return "run_locked";
    case ErrorCode::CheckpointMismatch: return "checkpoint_mismatch";
    case ErrorCode::StudyMissing: return "study_missing";
    case ErrorCode::StudyExists: return "study_exists";
    case ErrorCode::StudyNotSqlite: return "study_not_sqlite";
    case ErrorCode::StudyLocked: return "study_locked";
    case ErrorCode::StudyJournal: return "study_journal";
    case ErrorCode::StudyLockLeft: return "study_lock_left";
    case ErrorCode::StudyNoLocks: return "study_no_locks";
    case ErrorCode::StudySeveral: return "study_several";
    case ErrorCode::StudySeveralObjectives: return "study_several_objectives";
    case ErrorCode::StudyNotOurs: return "study_not_ours";
    case ErrorCode::StudyOtherVersion: return "study_other_version";
    case ErrorCode::StudyOtherSpace: return "study_other_space";
    case ErrorCode::StudyOtherData: return "study_other_data";
    case ErrorCode::StudyCorrupt: return "study_corrupt";
    case ErrorCode::ComparisonCorrupt: return "comparison_corrupt";
    case ErrorCode::StudyEmpty: return "study_empty";
    case ErrorCode::ArchitectureOtherSchema: return "architecture_other_schema";
    case ErrorCode::VariantSyntax: return "variant_syntax";
    case ErrorCode::VariantSettingFixed: return "variant_setting_fixed";
    case ErrorCode::VariantRepeated: return "variant_repeated";
    case ErrorCode::VariantsEqual: return "variants_equal";
    case ErrorCode::VariantsNone: return "variants_none";
    case ErrorCode::PlanNotJson: return "plan_not_json";
    case ErrorCode::PlanInvalid: return "plan_invalid";
    case ErrorCode::NoSuchDevice: return "no_such_device";
    case ErrorCode::EngineMissing: return "engine_missing";
    case ErrorCode::LibTorchMissing: return "libtorch_missing";
    case ErrorCode::PrecisionUnsupported: return "precision_unsupported";
    case ErrorCode::DeviceLost: return "device_lost";
    case ErrorCode::OutOfMemory: return "out_of_memory";
    case ErrorCode::NoNetworkToExport: return "no_network_to_export";
    case ErrorCode::Interrupted: return "interrupted";
    case ErrorCode::TrainingFailed: return "training_failed";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

} // namespace reweigh
