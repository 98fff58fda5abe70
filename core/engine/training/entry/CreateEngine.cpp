// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/face/Engine.h"
#include "core/engine/training/EngineImpl.h"

/// The function that the program looks up in this library (core/engine/face/Engine.cpp).
extern "C" __attribute__((visibility("default"))) reweigh::Engine* reweigh_create_engine(int abi)
{
    return abi == reweigh::engineAbi ? new reweigh::EngineImpl : nullptr;
}
