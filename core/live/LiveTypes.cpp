// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveTypes.h"

#include "core/live/CostProbe.h"
#include "core/live/StudyFollower.h"
#include "core/live/StudyRunner.h"

#include <QMetaType>

namespace reweigh {

void registerLiveTypes()
{
    [[maybe_unused]] static const bool once = [] {
        qRegisterMetaType<reweigh::Error>("reweigh::Error");
        qRegisterMetaType<reweigh::RunState>("reweigh::RunState");
        qRegisterMetaType<reweigh::RunKey>("reweigh::RunKey");
        qRegisterMetaType<reweigh::RunStarted>("reweigh::RunStarted");
        qRegisterMetaType<reweigh::CostInfo>("reweigh::CostInfo");
        qRegisterMetaType<std::shared_ptr<reweigh::StepQueue>>("std::shared_ptr<reweigh::StepQueue>");
        qRegisterMetaType<std::shared_ptr<const reweigh::EpochFigures>>("std::shared_ptr<const reweigh::EpochFigures>");
        qRegisterMetaType<std::shared_ptr<const reweigh::DataPlan>>("std::shared_ptr<const reweigh::DataPlan>");
        qRegisterMetaType<std::shared_ptr<const reweigh::FrozenTrial>>("std::shared_ptr<const reweigh::FrozenTrial>");
        qRegisterMetaType<std::shared_ptr<const reweigh::RunEpochs>>("std::shared_ptr<const reweigh::RunEpochs>");
        qRegisterMetaType<std::shared_ptr<const reweigh::StudySnapshot>>("std::shared_ptr<const reweigh::StudySnapshot>");
        return true;
    }();
}

} // namespace reweigh
