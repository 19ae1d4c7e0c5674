using System.Security.Cryptography;
using System.Text;

namespace Experiments.Storage;

/// <summary>
/// Who made a result, and where. A belt and no lock: it tells a directory that came from somebody else by mistake or out of
/// an archive, not one that was forged to look like one's own.
/// </summary>
/// <param name="User">The user's name.</param>
/// <param name="Host">The machine's name, for people.</param>
/// <param name="Machine">Tells machines apart: a hash of the system's machine id, which containers of one image do not change; of the host's name where there is none.</param>
/// <param name="Home">Tells apart users who have one name on two machines: a hash of the home directory, which is nobody's business.</param>
internal sealed record Maker(string User, string Host, string Machine, string Home)
{
    private const string IdFile = "/etc/machine-id";

    /// <summary>Digits of a hash that are kept.</summary>
    private const int Digits = 16;

    /// <summary>This user on this machine.</summary>
    public static Maker This { get; } = new(
        Known(() => Environment.UserName), Environment.MachineName, MachineKey(), Key("home", Known(() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))));

    /// <summary>True for this user: on this machine, or on another of a cluster, where the home is the same.</summary>
    public bool IsThis => User == This.User && (Machine == This.Machine || Home == This.Home);

    /// <summary>For a message.</summary>
    public string Words => $"{(User.Length > 0 ? User : "a user without a name")} on {Host}";

    /// <summary>What the system knows of its users; nothing in a container that has no list of them.</summary>
    private static string Known(Func<string> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return "";
        }
    }

    private static string MachineKey()
    {
        try
        {
            if (File.Exists(IdFile) && File.ReadAllText(IdFile).Trim() is { Length: > 0 } id)
                return Key("machine", id);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // The host's name tells less, and that will do.
        }
        return Key("host", Environment.MachineName);
    }

    private static string Key(string what, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"abm {what} {text}")))[..Digits];
}
