using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Commands;

/// <summary>The native library of the ledger, which stands beside the program, and what stands in for it on older systems.</summary>
internal static class LedgerLibrary
{
    /// <summary>What that file asks of a system; .NET itself is content with less.</summary>
    public const string Needs = "the GNU C library 2.34 or newer (Debian 12, Ubuntu 22.04, RHEL 9)";

    /// <summary>What to do where it cannot be loaded.</summary>
    public const string Advice = "Install the system's own SQLite (libsqlite3-0, on RHEL sqlite-libs), which is taken instead, or use a container of a newer system.";

    private const string Name = "e_sqlite3", FileName = "libe_sqlite3.so", OfTheSystem = "libsqlite3.so.0";

    /// <summary>Whether it is there: beside a program that was published, or where a build puts it.</summary>
    public static bool IsThere => OperatingSystem.IsLinux()
        && (File.Exists(Path.Combine(AppContext.BaseDirectory, FileName)) || Directory.Exists(Path.Combine(AppContext.BaseDirectory, "runtimes")));

    /// <summary>Takes the system's own SQLite where the one beside the program cannot be loaded: asked only then.</summary>
    public static void FallBack()
    {
        if (OperatingSystem.IsLinux())
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name == Name && NativeLibrary.TryLoad(OfTheSystem, out var library) ? library : 0;
    }
}
