using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace WidthProbe;

/// <summary>Starts the probe from a test, as a process of its own: the runtime takes its vector width from the environment.</summary>
public static class ProbeProcess
{
    private static readonly string[] Settings = ["DOTNET_PreferredVectorBitWidth", "DOTNET_MaxVectorTBitWidth", "DOTNET_EnableHWIntrinsic"];

    /// <summary>Whether this processor has vectors of so many bits: 128, 256 or 512.</summary>
    public static bool HasWidth(int width) =>
        width <= (Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);

    /// <summary>What the probe says of a subject under some settings of the runtime: <c>width</c>, <c>vector</c> and <c>hash</c>.</summary>
    /// <param name="subject">What to compute.</param>
    /// <param name="settings">Environment variables; other settings of the width are taken away.</param>
    /// <exception cref="InvalidOperationException">The probe failed.</exception>
    public static Dictionary<string, string> Run(string subject, params ReadOnlySpan<(string Name, string Value)> settings)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "WidthProbe.dll"), subject])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Settings)
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The probe ended with {process.ExitCode}: {errors.Result}");
        return output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
