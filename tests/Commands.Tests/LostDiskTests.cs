namespace Commands.Tests;

/// <summary>
/// A disk that is full, for once or from then on, or that fails at any call by which a command writes: the promised exit code, a
/// line that says so, and nothing lost. The same command, once there is room, leaves what an undisturbed one does.
/// </summary>
public sealed class LostDiskTests : DisturbedCommands
{
    private const string Calls = "pwrite64,write,ftruncate,fallocate,fsync,fdatasync,openat,rename,mkdir,pread64,read";

    /// <summary>.NET itself makes these too: they are told apart by the file.</summary>
    private static readonly string[] CallsOfAll = ["openat", "write", "read", "pread64"];

    private static readonly string[] Reads = ["read", "pread64"];

    private static readonly string[] Syncs = ["fsync", "fdatasync"];

    /// <summary>The calls of a command that fail: those of a name, with an error, once or from then on; null for all that there are.</summary>
    private static IEnumerable<TestCaseData> Tried => Faults.IsWhole
        ? Commands.Select(command => new TestCaseData(command, null, null, null))
        : [new("create", "fsync", "EIO", ""), new("calibrate", "pwrite64", "ENOSPC", "+"), new("analyse", "rename", "ENOSPC", ""), new("merge", "openat", "ENOSPC", "+")];

    [TestCaseSource(nameof(Tried))]
    public void Command_WhereTheDiskGivesWay_SaysSoAndIsTakenUp(string command, string? name, string? error, string? andOn)
    {
        var calls = Traced(command, Calls);
        var paths = calls.SelectMany(call => call.Paths).Distinct().ToList();
        var failures = calls.Where(IsOfInterest).DistinctBy(call => (call.Name, NumberOf(call))).SelectMany(call => Failures(call), (call, failure) => (Call: call, Failure: failure)).ToList();
        if (name is not null)
        {
            failures = [.. failures.Where(one => one.Call.Name == name && one.Failure == (error, andOn))];
            failures = [failures[failures.Count / 2]];
        }
        foreach (var (call, failure) in failures)
            Try(command, call, failure.Error, failure.AndOn, paths);
    }

    /// <summary>How a call can fail: once, or with all that follow.</summary>
    private static (string Error, string AndOn)[] Failures(SystemCall call) =>
        Reads.Contains(call.Name) ? [("EIO", "")]
        : call.Name == "pwrite64" || Syncs.Contains(call.Name) ? [("ENOSPC", ""), ("ENOSPC", "+"), ("EIO", "")]
        : [("ENOSPC", ""), ("ENOSPC", "+")];

    private void Try(string command, SystemCall call, string error, string andOn, List<string> paths)
    {
        var injection = $"{call.Name}:error={error}:when={NumberOf(call)}{andOn}";
        var (code, words, isDisturbed) = Disturb(command, injection, CallsOfAll.Contains(call.Name) ? paths : null);
        if (!isDisturbed)
            return;
        var injected = error == "EIO" ? Reads.Contains(call.Name) ? "a read that fails (EIO)" : "a write or sync that fails (EIO)" : andOn.Length == 0 ? "disk full at one call" : "disk full from a call on";
        Faults.Try(injected, All, () =>
        {
            var which = $"{injection}\n{call.Words}\n{words}";
            if (code == 0)
            {
                RequireRight(command, which);
                return Fate.AsUndisturbed;
            }
            Assert.That(code, Is.EqualTo(3).Or.EqualTo(Reads.Contains(call.Name) ? 2 : 3), which);
            Assert.That(words, Does.Not.Contain("   at ").And.Not.Contain("a fault of this program"), which);
            Assert.That(words, Does.Match(error == "EIO" ? "(?i)input/output|i/o" : "(?i)no space|full"), which);
            Assert.That(words.Contains("make room", StringComparison.Ordinal), Is.EqualTo(error == "ENOSPC"), which);
            RequireTakenUp(command, which);
            return Fate.Mended;
        });
    }

    private static int NumberOf(SystemCall call) => CallsOfAll.Contains(call.Name) ? call.NumberHere : call.Number;

    private static bool IsOfInterest(SystemCall call) =>
        NumberOf(call) > 0 && (call.Name != "openat" || call.Words.Contains("O_CREAT", StringComparison.Ordinal));
}
