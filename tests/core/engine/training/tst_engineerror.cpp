// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/EngineImpl.h"

#include <c10/util/Exception.h>

#include <QtTest>

#include <functional>
#include <new>
#include <stdexcept>

using namespace reweigh;

/// Which of the library's exceptions are a lack of memory, which a lost device, which a trial's own failure.
class tst_EngineError : public QObject {
    Q_OBJECT

    static Error of(const std::function<void()>& thrower)
    {
        try {
            thrower();
        } catch (...) {
            return engineError("cuda:0", "runs/one");
        }
        return {ErrorCode::Internal, {}, "nothing was thrown", {}};
    }

    /// As C10_CUDA_CHECK throws it.
    static Error ofCuda(int code, const std::string& text)
    {
        return of([&] {
            throw c10::AcceleratorError({__func__, __FILE__, __LINE__}, code,
                                        "CUDA error: " + text + "\nCUDA kernel errors might be reported later");
        });
    }

private Q_SLOTS:
    void lostDevices()
    {
        const Error illegal = ofCuda(700, "an illegal memory access was encountered");
        QCOMPARE(illegal.code, ErrorCode::DeviceLost);
        QCOMPARE(illegal.where, std::string("cuda:0"));
        QVERIFY(illegal.detail.find("illegal memory access") != std::string::npos);
        QVERIFY(illegal.detail.find('\n') == std::string::npos);
        QCOMPARE(ofCuda(719, "unspecified launch failure").code, ErrorCode::DeviceLost);
        QCOMPARE(ofCuda(214, "uncorrectable ECC error encountered").code, ErrorCode::DeviceLost);
        QCOMPARE(ofCuda(999, "unknown error").code, ErrorCode::DeviceLost);
        // Where only the text is left of it.
        QCOMPARE(of([] { throw std::runtime_error("CUDA error: unspecified launch failure"); }).code, ErrorCode::DeviceLost);
        QCOMPARE(of([] { TORCH_CHECK(false, "CUDA error: device-side assert triggered"); }).code, ErrorCode::DeviceLost);
    }

    void lackOfMemory()
    {
        for (const char* text :
             {"CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
              "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasLtMatmul`", "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
              "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED", // cuDNN 9's names
              "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED", "CUDA out of memory. Tried to allocate 2.00 GiB",
              "DefaultCPUAllocator: can't allocate memory: you tried to allocate 1 bytes"})
            QCOMPARE(of([text] { TORCH_CHECK(false, text); }).code, ErrorCode::OutOfMemory);
        QCOMPARE(ofCuda(2, "out of memory").code, ErrorCode::OutOfMemory);
        QCOMPARE(of([] { throw std::bad_alloc(); }).code, ErrorCode::OutOfMemory);
    }

    void trialsOwn()
    {
        const Error shapes = of([] { TORCH_CHECK(false, "mat1 and mat2 shapes cannot be multiplied"); });
        QCOMPARE(shapes.code, ErrorCode::TrainingFailed);
        QCOMPARE(shapes.where, std::string("runs/one"));
        QCOMPARE(ofCuda(1, "invalid argument").code, ErrorCode::TrainingFailed); // the next call is served again
        QCOMPARE(ofCuda(98, "invalid device function").code, ErrorCode::TrainingFailed);
        QCOMPARE(of([] { TORCH_CHECK(false, "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"); }).code, ErrorCode::TrainingFailed);
        QCOMPARE(of([] { throw std::runtime_error("misaligned address of a label"); }).code, ErrorCode::TrainingFailed); // not CUDA's
        QCOMPARE(of([] { throw 7; }).code, ErrorCode::TrainingFailed);
    }
};

QTEST_APPLESS_MAIN(tst_EngineError)
#include "tst_engineerror.moc"
