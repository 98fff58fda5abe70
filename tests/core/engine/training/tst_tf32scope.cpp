// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Device.h"
#include "core/engine/training/Tf32Scope.h"

#include <ATen/Context.h>
#include <QtTest>

#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

using namespace reweigh;

/// The library's setting for the whole process, within scopes of one thread and of several.
class tst_Tf32Scope : public QObject {
    Q_OBJECT

    const c10::Device m_cuda{c10::DeviceType::CUDA, 0}; ///< not worked on

    static bool allowed()
    {
        const bool convolutions = at::globalContext().allowTF32CuDNN(at::Float32Op::CONV), products = at::globalContext().allowTF32CuBLAS();
        return convolutions == products ? convolutions : throw std::logic_error("convolutions and products differ");
    }

private Q_SLOTS:
    void onlyItsPrecisionAllowsIt()
    {
        for (const Precision precision : {Precision::Fp32, Precision::Tf32, Precision::Bf16, Precision::Fp64}) {
            {
                const Tf32Scope scope(precision, m_cuda);
                QCOMPARE(allowed(), precision == Precision::Tf32);
            }
            QVERIFY(!allowed());
        }
    }

    void nothingIsDoneOnACpu()
    {
        const Tf32Scope outer(Precision::Fp32, m_cuda), inner(Precision::Tf32, at::kCPU);
        QVERIFY(!allowed());
    }

    void scopesThatAgreeLiveSideBySide()
    {
        std::barrier together(3);
        std::vector<std::jthread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] {
                const Tf32Scope scope(Precision::Tf32, m_cuda);
                together.arrive_and_wait(); // were one kept out, it would wait for ever
            });
    }

    void othersTakeTurns()
    {
        std::atomic<int> wrong = 0, taken = 0;
        {
            std::vector<std::jthread> threads;
            for (const Precision precision : {Precision::Fp32, Precision::Tf32, Precision::Fp32, Precision::Tf32})
                threads.emplace_back([&, precision] {
                    for (int i = 0; i < 200; ++i, ++taken) {
                        const Tf32Scope scope(precision, m_cuda);
                        for (int look = 0; look < 20; ++look)
                            wrong += allowed() != (precision == Precision::Tf32);
                    }
                });
        }
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(taken.load(), 800);
        QVERIFY(!allowed());
    }

    /// Never fp32 under another name.
    void aCpuHasNone()
    {
        const Status status = checkPrecision(Precision::Tf32, at::kCPU);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::PrecisionUnsupported);
        QCOMPARE(QString::fromStdString(status.error().where), QString("tf32"));
        QVERIFY(checkPrecision(Precision::Fp32, at::kCPU));
    }
};

QTEST_GUILESS_MAIN(tst_Tf32Scope)
#include "tst_tf32scope.moc"
