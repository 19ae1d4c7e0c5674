using Agents.Benchmarks.Startup;

namespace Agents.Benchmarks;

/// <summary>What the workloads of one call share: how long they may take, and the programs that they are measured with.</summary>
/// <param name="isQuick">True for a look, false for figures that go into the record.</param>
internal sealed class Session(bool isQuick)
{
    private readonly Lazy<Reference?> reference = new(BuildReference);
    private readonly Lazy<AbmProgram> abm = new(() => Published.OneFile() ?? AbmProgram.OfBuild());

    public bool IsQuick => isQuick;

    /// <summary>The C++ programs, or null where they cannot be built.</summary>
    public Reference? Reference => reference.Value;

    /// <summary>The command abm as users have it: published where that is possible, else as it was built.</summary>
    public AbmProgram Abm => abm.Value;

    private static Reference? BuildReference()
    {
        var sources = Path.Combine(Repository.Find("benchmarks"), "reference");
        var built = Reference.Build(sources, Path.Combine(sources, "bin"), out var complaint);
        if (built is null)
            Console.WriteLine($"skipped: the C++ reference cannot be built ({complaint})");
        return built;
    }
}
