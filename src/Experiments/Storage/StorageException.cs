using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>A directory that cannot take a study's tables, or a file system that gave way while they were written.</summary>
internal sealed class StorageException : Exception
{
    private StorageException(string fact, string advice, int exitCode, Exception? cause)
        : base(fact + advice, cause) => (Fact, ExitCode) = (fact, exitCode);

    /// <summary>The message without what to do about it.</summary>
    public string Fact { get; }

    /// <summary>True where a ledger is gone, or cannot be read any more.</summary>
    public bool IsLedgerLost { get; private init; }

    /// <summary>True where it is a ledger of ours whose pages do not fit together, of which a writer can take over what is whole.</summary>
    public bool IsLedgerBroken { get; private init; }

    /// <summary>True where runs in a ledger are not what was written.</summary>
    public bool IsDamage => ExitCode == 1;

    /// <summary>What brings a lost ledger back, without a full stop; empty where none is lost.</summary>
    public string Remedy { get; private init; } = "";

    /// <summary>1 for runs that are not what was written, 2 for a directory that cannot be used, 3 for a file system that gave way.</summary>
    public int ExitCode { get; }

    /// <summary>True where a file system gave way.</summary>
    public bool IsLost => ExitCode == 3;

    /// <summary>True for the exceptions by which the file system says no.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    public static StorageException BadDirectory(string message, Exception? cause = null) => new(message, "", 2, cause);

    /// <summary>A ledger that is gone, or cannot be read any more.</summary>
    /// <param name="fact">What is wrong, without a full stop.</param>
    /// <param name="advice">What to do about it.</param>
    /// <param name="remedy">The part of the advice that brings it back, where that is not all of it.</param>
    /// <param name="cause">What said so, or null.</param>
    public static StorageException LostLedger(string fact, string advice, string? remedy = null, Exception? cause = null) =>
        new(fact, $": {advice}.", 2, cause) { IsLedgerLost = true, Remedy = remedy ?? advice };

    /// <summary>A ledger of which a writer can still take over something.</summary>
    public static StorageException BrokenLedger(string fact, string advice, Exception? cause) =>
        new(fact, $": {advice}.", 2, cause) { IsLedgerLost = true, IsLedgerBroken = true, Remedy = advice };

    /// <summary>Runs in a ledger that are not what was written.</summary>
    /// <param name="fact">Which, without a full stop.</param>
    /// <param name="advice">What makes them again.</param>
    public static StorageException DamagedRuns(string fact, string advice) => new(fact, $": {advice}", 1, null);

    /// <summary>A directory that refuses its first file: full, on a disk that fails, or not ours to write.</summary>
    public static StorageException CannotStart(string directory, Exception cause) => IsFull(cause) || HasFailed(cause)
        ? Lost(directory, cause)
        : BadDirectory($"Cannot write to {directory}: {cause.Message.TrimEnd('.')}.", cause);

    /// <summary>A file system that gave way.</summary>
    /// <param name="path">What could not be written.</param>
    /// <param name="cause">What it said.</param>
    /// <param name="advice">What to do about it; null for what follows from the cause: whatever command it was, called again it goes on.</param>
    public static StorageException Lost(string path, Exception cause, string? advice = null) =>
        new($"Could not write {path}: {cause.Message.TrimEnd('.')}. {advice ?? $"The runs that were stored before are kept: {FirstStep(cause)}, then the same command goes on."}", "", 3, cause);

    /// <summary>What is to be done before the same is tried again.</summary>
    public static string FirstStep(Exception cause) =>
        IsFull(cause) ? "make room"
        : cause is UnauthorizedAccessException ? "get the right to write there back"
        : "see that the directory is still there and can be written";

    /// <summary>EIO on Unix; ERROR_CRC, ERROR_IO_DEVICE and ERROR_WRITE_FAULT on Windows.</summary>
    private static bool HasFailed(Exception cause) => OperatingSystem.IsWindows() ? (cause.HResult & 0xFFFF) is 23 or 29 or 1117 : cause.HResult == 5;

    /// <summary>ENOSPC and EDQUOT on Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows, and what SQLite makes of them.</summary>
    private static bool IsFull(Exception cause) =>
        cause is SqliteException { SqliteErrorCode: LedgerFile.FullCode }
        || (OperatingSystem.IsWindows() ? (cause.HResult & 0xFFFF) is 112 or 39 : cause.HResult is 28 or 122);
}
