// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/DataSets.h"

#include <algorithm>

namespace reweigh {

bool hasOwnLabels(const std::string& dataset)
{
    const DataSetRow* row = dataSetRow(dataset);
    return row && row->ownLabels;
}

void switchDataSet(DataOptions& options, const std::string& dataset)
{
    const bool ownBefore = hasOwnLabels(options.dataset), ownNow = hasOwnLabels(dataset);
    options.dataset = dataset;
    if (ownNow && !ownBefore) {
        options.noiseType = NoiseType::None;
        options.imbalanceType = ImbalanceType::None;
    } else if (ownBefore && !ownNow && options.noiseType == NoiseType::None && options.imbalanceType == ImbalanceType::None) {
        const DataOptions benchmark;
        options.noiseType = benchmark.noiseType;
        options.imbalanceType = benchmark.imbalanceType;
    }
}

namespace {

constexpr std::uint64_t mebibyte = 1u << 20;

/// The constants for both CIFAR sets in the papers that this program follows.
constexpr Normalisation cifar = {{125.3 / 255, 123.0 / 255, 113.9 / 255}, {63.0 / 255, 62.1 / 255, 66.7 / 255}};

DataSetRow fashionMnist()
{
    return {.name = "fashion-mnist",
            .title = "Fashion-MNIST",
            .classes = 10,
            .normalisation = Normalisation{{0.2860}, {0.3530}},
            .subfolders = {"fashion-mnist", "FashionMNIST/raw"},
            .systemFolder = "/usr/share/datasets/fashion-mnist",
            .howToGet = "apt install dataset-fashion-mnist, or give --data-dir"};
}

/// The checksums are those of the files as mirrors have distributed them since the original page closed.
DataSetRow mnist()
{
    return {.name = "mnist",
            .title = "MNIST",
            .classes = 10,
            .normalisation = Normalisation{{0.1307}, {0.3081}},
            .mirrors = false,
            .subfolders = {"mnist", "MNIST/raw"},
            .howToGet = "reweigh data --dataset mnist --fetch gets it, or give --data-dir",
            .remote = RemoteDataSet{"https://ossci-datasets.s3.amazonaws.com/mnist/",
                                    {{"train-images-idx3-ubyte.gz", 9'912'422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"},
                                     {"train-labels-idx1-ubyte.gz", 28'881, "d53e105ee54ea40749a09fcbcd1e9432"},
                                     {"t10k-images-idx3-ubyte.gz", 1'648'877, "9fb629c4189551a2d022fa330f9573f3"},
                                     {"t10k-labels-idx1-ubyte.gz", 4'542, "ec29112dd5afa0611ce80d1b7f02629c"}},
                                    false,
                                    "mnist",
                                    {{"mnist/train-images-idx3-ubyte.gz", 9'912'422},
                                     {"mnist/train-labels-idx1-ubyte.gz", 28'881},
                                     {"mnist/t10k-images-idx3-ubyte.gz", 1'648'877},
                                     {"mnist/t10k-labels-idx1-ubyte.gz", 4'542}},
                                    0}};
}

/// The CIFAR checksums are of the archives on their author's page (whose MD5 sums, c32a1d4a... and 03b5dce0..., are of the same
/// bytes).
DataSetRow cifar10()
{
    return {.name = "cifar10",
            .title = "CIFAR-10",
            .classes = 10,
            .normalisation = cifar,
            .subfolders = {"cifar-10-batches-bin"},
            .howToGet = "reweigh data --dataset cifar10 --fetch gets it, or give --data-dir",
            .remote =
                RemoteDataSet{"https://www.cs.toronto.edu/~kriz/",
                              {{"cifar-10-binary.tar.gz", 170'052'171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"}},
                              true,
                              "cifar-10-batches-bin",
                              {{"cifar-10-batches-bin/data_batch_1.bin", 30'730'000},
                               {"cifar-10-batches-bin/data_batch_2.bin", 30'730'000},
                               {"cifar-10-batches-bin/data_batch_3.bin", 30'730'000},
                               {"cifar-10-batches-bin/data_batch_4.bin", 30'730'000},
                               {"cifar-10-batches-bin/data_batch_5.bin", 30'730'000},
                               {"cifar-10-batches-bin/test_batch.bin", 30'730'000}},
                              200 * mebibyte}};
}

DataSetRow cifar100()
{
    return {.name = "cifar100",
            .title = "CIFAR-100",
            .classes = 100,
            .normalisation = cifar,
            .subfolders = {"cifar-100-binary", "cifar-100-sample"},
            .howToGet = "reweigh data --dataset cifar100 --fetch gets it, or give --data-dir",
            .remote = RemoteDataSet{
                "https://www.cs.toronto.edu/~kriz/",
                {{"cifar-100-binary.tar.gz", 168'513'733, "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"}},
                true,
                "cifar-100-binary",
                {{"cifar-100-binary/train.bin", 153'700'000}, {"cifar-100-binary/test.bin", 30'740'000}},
                200 * mebibyte}};
}

DataSetRow folder()
{
    return {.name = "folder",
            .title = QT_TRANSLATE_NOOP("Settings", "folder of images"),
            .help = QT_TRANSLATE_NOOP("Settings", "Your own PNG or JPEG images, one folder per class."),
            .ownLabels = true};
}

DataSetRow synthetic()
{
    return {.name = "synthetic",
            .title = QT_TRANSLATE_NOOP("Settings", "synthetic"),
            .help = QT_TRANSLATE_NOOP("Settings", "Small patterns that need no files and are learned in seconds."),
            .classes = 10};
}

} // namespace

const std::vector<DataSetRow>& dataSetRows()
{
    static const std::vector<DataSetRow> rows = {fashionMnist(), mnist(), cifar10(), cifar100(), folder(), synthetic()};
    return rows;
}

const DataSetRow* dataSetRow(const std::string& name)
{
    const auto found = std::ranges::find(dataSetRows(), name, &DataSetRow::name);
    return found == dataSetRows().end() ? nullptr : &*found;
}

const std::vector<std::string>& dataSetNames()
{
    static const std::vector<std::string> names = namesOf(dataSetRows());
    return names;
}

} // namespace reweigh
