using System.Runtime.CompilerServices;

namespace Agents.Generators.Tests.Surface;

/// <summary>Written texts, committed beside the tests. With the variable SNAPSHOTS set to "write" the tests renew them.</summary>
internal static class Snapshot
{
    public static void Require(string name, string text)
    {
        var path = Path.Combine(Folder(), "Snapshots", name + ".txt");
        if (Environment.GetEnvironmentVariable("SNAPSHOTS") == "write")
            File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.ReadAllText(path)));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
