// SPDX-License-Identifier: GPL-3.0-or-later
// Two cards, in the shape of NVIDIA's management library; the second does not tell how busy it is.
#include <cstring>

extern "C" {

int nvmlInit_v2()
{
    return 0;
}
int nvmlShutdown()
{
    return 0;
}
const char* nvmlErrorString(int)
{
    return "planned";
}

int nvmlDeviceGetCount_v2(unsigned int* count)
{
    *count = 2;
    return 0;
}

int nvmlDeviceGetHandleByIndex_v2(unsigned int index, void** device)
{
    static int cards[2] = {0, 1};
    *device = &cards[index];
    return 0;
}

int nvmlDeviceGetName(void* device, char* name, unsigned int size)
{
    std::strncpy(name, *static_cast<int*>(device) == 0 ? "First card" : "Second card", size);
    return 0;
}

int nvmlDeviceGetUtilizationRates(void* device, unsigned int* gpuAndMemory)
{
    if (*static_cast<int*>(device) != 0)
        return 3;
    gpuAndMemory[0] = 75;
    gpuAndMemory[1] = 10;
    return 0;
}

int nvmlDeviceGetMemoryInfo(void* device, unsigned long long* totalFreeUsed)
{
    totalFreeUsed[0] = 1000;
    totalFreeUsed[1] = 400;
    totalFreeUsed[2] = 600ULL + static_cast<unsigned long long>(*static_cast<int*>(device));
    return 0;
}

} // extern "C"
