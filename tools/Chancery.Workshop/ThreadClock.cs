using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Chancery.Workshop;

/// <summary>Processor time of the thread that asks, which a machine busy with other things blurs less than the clock; the clock's where there is no such count.</summary>
internal static class ThreadClock
{
    private const int ThreadTime = 3;

    internal static TimeSpan Now =>
        OperatingSystem.IsLinux() && Read(ThreadTime, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1e3) : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int Read(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
