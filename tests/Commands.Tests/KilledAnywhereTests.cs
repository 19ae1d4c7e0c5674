namespace Commands.Tests;

/// <summary>
/// A command that is killed at any system call by which a directory changes leaves a state that the same command takes up, to
/// the bytes of one that nothing disturbed.
/// </summary>
public sealed class KilledAnywhereTests : DisturbedCommands
{
    private static readonly string[] Calls = ["rename", "unlink", "mkdir", "rmdir", "fsync"];

    /// <summary>What is killed: at so many calls of a name, from one of them on.</summary>
    private static IEnumerable<TestCaseData> Kills => Faults.IsWhole
        ? Commands.SelectMany(command => Calls.Select(call => new TestCaseData(command, call, 1, int.MaxValue)))
        : [new("force", "rename", 2, 1), new("force", "unlink", 9, 1), new("calibrate", "rename", 1, 1)];

    [TestCaseSource(nameof(Kills))]
    public void Command_KilledAtACall_IsTakenUpByTheSameCommand(string command, string call, int first, int count)
    {
        Undisturbed(command);
        for (var tried = 0; tried < count; tried++)
        {
            var kill = $"{call}:signal=SIGKILL:when={first + tried}";
            var (code, error, _) = Disturb(command, kill);
            if (code == 0 && Faults.IsWhole)
                return;
            Faults.Try("kill -9 at a rename, unlink, mkdir, rmdir or fsync", All, () =>
            {
                Assert.That(code, Is.EqualTo(137), $"{command}, {kill}: {error}");
                RequireTakenUp(command, kill);
                return Fate.Mended;
            });
        }
    }
}
