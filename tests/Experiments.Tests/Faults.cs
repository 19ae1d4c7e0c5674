using System.Globalization;
using NUnit.Framework.Interfaces;

[assembly: Experiments.Tests.TellsFaults]

namespace Experiments.Tests;

/// <summary>What became of something that was disturbed.</summary>
internal enum Fate
{
    /// <summary>It went on as if nothing had been.</summary>
    AsUndisturbed,

    /// <summary>It told what was wrong, and the same command or the step that it named brought what an undisturbed one gives.</summary>
    Mended,

    /// <summary>It was refused with a message.</summary>
    Refused,
}

/// <summary>
/// What tests do to studies and what becomes of each, as they count it: a sample in every run of the suite, the whole where
/// ABM_FAULTS is all. The table stands at the end of a run, one for each project of tests.
/// </summary>
internal static class Faults
{
    /// <summary>The category of the tests that count here.</summary>
    public const string Category = "Faults";

    private static readonly int Fates = Enum.GetValues<Fate>().Length;

    private static readonly OrderedDictionary<(string Injected, string Into), int[]> Counts = [];

    /// <summary>Whether the whole is asked for.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("ABM_FAULTS") == "all";

    /// <summary>How many are tried.</summary>
    public static int Tries(int sample, int whole) => IsWhole ? whole : sample;

    /// <summary>Tries a disturbance and counts what becomes of it. One that fails an assertion is wrong: its test fails, once the others have been tried too.</summary>
    /// <param name="injected">What it is, in the table's words.</param>
    /// <param name="into">What is disturbed.</param>
    /// <param name="disturb">Does it, and gives what became of it.</param>
    /// <param name="times">How many it stands for.</param>
    public static void Try(string injected, string into, Func<Fate> disturb, int times = 1)
    {
        try
        {
            Count(injected, into, (int)disturb(), times);
        }
        catch (AssertionException)
        {
            Count(injected, into, Fates);
        }
        catch (Exception exception) when (exception is not ResultStateException)
        {
            Count(injected, into, Fates);
            throw;
        }
    }

    /// <summary>The table, in Markdown; empty where nothing was tried.</summary>
    public static string Table() => Counts.Count == 0 ? "" : string.Join('\n',
    [
        "| injected | into | tried | as undisturbed | mended | refused | wrong |",
        "|---|---|---:|---:|---:|---:|---:|",
        .. Counts.Select(row => string.Create(CultureInfo.InvariantCulture, $"| {row.Key.Injected} | {row.Key.Into} | {row.Value.Sum():N0} | {string.Join(" | ", row.Value.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)))} |")),
    ]);

    private static void Count(string injected, string into, int column, int times = 1)
    {
        if (!Counts.TryGetValue((injected, into), out var counts))
            Counts.Add((injected, into), counts = new int[Fates + 1]);
        counts[column] += times;
    }
}

/// <summary>Prints the table once all tests of a project are over.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TellsFaultsAttribute : TestActionAttribute
{
    public override ActionTargets Targets => ActionTargets.Suite;

    public override void AfterTest(ITest test)
    {
        if (Faults.Table() is { Length: > 0 } table)
            TestContext.Error.WriteLine($"\n{table}\n");
    }
}
