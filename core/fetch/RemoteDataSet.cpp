// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/RemoteDataSet.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr std::uint64_t mebibyte = 1u << 20;

/// The CIFAR sums are of the archives on their author's page (whose MD5 sums, c32a1d4a... and 03b5dce0..., belong to the
/// same bytes); MNIST's are those under which its files have been distributed since their first page closed.
const std::vector<RemoteDataSet>& table()
{
    static const std::vector<RemoteDataSet> sets = {
        {"cifar10", "https://www.cs.toronto.edu/~kriz/",
         {{"cifar-10-binary.tar.gz", 170'052'171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"}},
         true, "cifar-10-batches-bin",
         {{"cifar-10-batches-bin/data_batch_1.bin", 30'730'000}, {"cifar-10-batches-bin/data_batch_2.bin", 30'730'000},
          {"cifar-10-batches-bin/data_batch_3.bin", 30'730'000}, {"cifar-10-batches-bin/data_batch_4.bin", 30'730'000},
          {"cifar-10-batches-bin/data_batch_5.bin", 30'730'000}, {"cifar-10-batches-bin/test_batch.bin", 30'730'000}},
         200 * mebibyte},
        {"cifar100", "https://www.cs.toronto.edu/~kriz/",
         {{"cifar-100-binary.tar.gz", 168'513'733, "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"}},
         true, "cifar-100-binary",
         {{"cifar-100-binary/train.bin", 153'700'000}, {"cifar-100-binary/test.bin", 30'740'000}},
         200 * mebibyte},
        {"mnist", "https://ossci-datasets.s3.amazonaws.com/mnist/",
         {{"train-images-idx3-ubyte.gz", 9'912'422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"},
          {"train-labels-idx1-ubyte.gz", 28'881, "d53e105ee54ea40749a09fcbcd1e9432"},
          {"t10k-images-idx3-ubyte.gz", 1'648'877, "9fb629c4189551a2d022fa330f9573f3"},
          {"t10k-labels-idx1-ubyte.gz", 4'542, "ec29112dd5afa0611ce80d1b7f02629c"}},
         false, "mnist",
         {{"mnist/train-images-idx3-ubyte.gz", 9'912'422}, {"mnist/train-labels-idx1-ubyte.gz", 28'881},
          {"mnist/t10k-images-idx3-ubyte.gz", 1'648'877}, {"mnist/t10k-labels-idx1-ubyte.gz", 4'542}},
         0},
    };
    return sets;
}

} // namespace

const RemoteDataSet* findRemoteDataSet(const std::string& name)
{
    const auto found = std::find_if(table().begin(), table().end(), [&](const RemoteDataSet& set) { return set.name == name; });
    return found == table().end() ? nullptr : &*found;
}

std::vector<std::string> remoteDataSetNames()
{
    std::vector<std::string> names;
    for (const RemoteDataSet& set : table())
        names.push_back(set.name);
    return names;
}

} // namespace reweigh
