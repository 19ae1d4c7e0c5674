using System.Globalization;
using Experiments.Config;

namespace Experiments.Runs;

/// <summary>Whether the runs of a study fit into memory, told before any of it is taken.</summary>
/// <param name="AtOnce">Runs that fit at a time, at most one a thread.</param>
/// <param name="Refusal">Why not even one run fits, with the arithmetic; null where one does.</param>
/// <param name="Note">Why fewer run at a time than there are threads; null where they do not.</param>
internal sealed record MemoryNeed(int AtOnce, string? Refusal = null, string? Note = null)
{
    /// <summary>What a run takes beside its agents: rows that wait to be packed, and the collector's room.</summary>
    private const long BytesOfRows = 8 << 20;

    /// <summary>Share of the memory that models may fill; the rest is for rows, the ledger and the system.</summary>
    private const double ShareForModels = 0.9;

    /// <summary>The need of a study, against the memory that this process may use.</summary>
    public static MemoryNeed Of(Study study, int threads) => Of(study, threads, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>The need of a study, against a number of bytes.</summary>
    public static MemoryNeed Of(Study study, int threads, long available)
    {
        if (study.Model.BytesPerAgent == 0)
            return new MemoryNeed(threads);
        var agents = study.AgentsOfPoints().Max();
        // As doubles: a config may ask for more than a whole number of bytes can count.
        var run = (double)agents * study.Model.BytesPerAgent + BytesOfRows;
        var room = available * ShareForModels;
        var arithmetic = string.Create(CultureInfo.InvariantCulture,
            $"{agents} agents x {study.Model.BytesPerAgent} bytes + {BytesOfRows >> 20} MiB of rows = {Size(run)} a run, of {Size(room)} that models may take here ({ShareForModels * 100:0} % of {Size(available)})");
        if (run > room)
            return new MemoryNeed(0, $"A run of {study.Name} does not fit in memory: {arithmetic}. Ask for fewer agents, or for a larger machine.");
        var atOnce = (int)Math.Min(threads, Math.Floor(room / run));
        var wanted = Math.Min(threads, study.Runs);
        return atOnce >= wanted
            ? new MemoryNeed(threads)
            : new MemoryNeed(atOnce, Note: string.Create(CultureInfo.InvariantCulture, $"{atOnce} runs at a time instead of {wanted}, because more do not fit in memory: {arithmetic}"));
    }

    private static string Size(double bytes) => bytes < 1 << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1 << 20):0} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1 << 30):0.0} GiB");
}
