namespace Experiments.Storage;

/// <summary>How long a lock waits for what. Tests are in more of a hurry.</summary>
internal sealed record LockSettings
{
    /// <summary>Between two beats of a holder.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a record must stand still until its writer is taken for dead.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The same for a mere message.</summary>
    public TimeSpan Glance { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After which a record that was made without the kernel's lock is looked at again.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a lock that is being taken or left is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Anything but none does as on a file system without the kernel's locks.</summary>
    public FileShare Share { get; init; } = FileShare.None;
}
