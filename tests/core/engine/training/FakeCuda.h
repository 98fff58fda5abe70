// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh::test {

/// Numbers of the devices of FakeCuda.cpp, by what happens when a thread begins to work on them.
struct FakeDevice {
    enum : int {
        bare,               ///< nothing happens, but no tensor can be made there
        lost,               ///< CUDA's error 700, an illegal address
        lostBehindALibrary, ///< the same, but what is thrown is cuDNN's error, which does not say so
        full,               ///< LibTorch's allocator finds no memory
        fullForLibrary,     ///< cuBLAS finds none
        unusable,           ///< it is reported as not usable
        lostToThree,        ///< as `lost`, for three threads at once
    };
};

} // namespace reweigh::test
