// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"
#include "core/engine/face/Engine.h"
#include "core/engine/training/EngineImpl.h"

/// The function that the program looks up in this library (core/engine/face/Engine.cpp).
extern "C" __attribute__((visibility("default"))) reweigh::Engine* reweigh_create_engine(int abi, int cores)
{
    if (abi != reweigh::engineAbi)
        return nullptr;
    reweigh::setMachineCores(cores);
    return new reweigh::EngineImpl;
}
