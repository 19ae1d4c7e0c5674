namespace Experiments.Storage;

/// <summary>
/// The way to every file within a directory that somebody else may have made: no link is followed on it, nothing without a
/// length is opened, and what is held in memory is bounded. The directory itself is its user's to name, and may be a link.
/// </summary>
internal static class ResultFile
{
    /// <summary>Most bytes that are read into memory at once.</summary>
    public const int MostHeld = 64 << 20;

    /// <summary>The path of a file or folder, neither of which is a link, nor any folder above it within the directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="name">The name there; folders are separated by <c>/</c>.</param>
    /// <exception cref="StorageException">A link is on the way, or the name leads out of the directory.</exception>
    public static string PathOf(string directory, string name)
    {
        var path = directory;
        foreach (var step in name.Split('/'))
        {
            if (step.Length == 0 || step is "." or ".." || step.AsSpan().ContainsAny('\0', Path.DirectorySeparatorChar))
                throw StorageException.BadDirectory($"{directory} names '{name}', which is no file within it.");
            path = Path.Combine(path, step);
            if (IsLink(path))
                throw StorageException.BadDirectory($"{path} is a symbolic link, and none is followed within a result: put what it leads to in its place, or remove it.");
        }
        return path;
    }

    /// <summary>True for a symbolic link, whether it leads anywhere or not.</summary>
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>Opens a file to read; what has no length, such as a pipe or a device, reads as empty and is not opened.</summary>
    /// <exception cref="StorageException">A link is on the way.</exception>
    /// <exception cref="IOException">There is no such file, or the file system refuses.</exception>
    public static Stream Open(string directory, string name)
    {
        var path = PathOf(directory, name);
        return new FileInfo(path) is { Exists: true, Length: 0 }
            ? Stream.Null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
    }

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="StorageException">A link is on the way, or the file is too large to be what it should be.</exception>
    /// <exception cref="IOException">There is no such file, or the file system refuses.</exception>
    public static byte[] Read(string directory, string name)
    {
        using var stream = Open(directory, name);
        if (stream.Length > MostHeld)
            throw StorageException.BadDirectory($"{Path.Combine(directory, name)} has more than {MostHeld >> 20} MiB: no abm wrote it.");
        var bytes = new byte[stream.Length];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Begins a new file in the place of one that is there, which is removed: what it is, or leads to, does not matter.</summary>
    /// <exception cref="StorageException">A folder on the way is a link.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static FileStream Create(string directory, string name)
    {
        Delete(directory, name);
        return new FileStream(Path.Combine(directory, name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
    }

    /// <summary>Removes a file, or a link in its place, where there is one.</summary>
    /// <exception cref="StorageException">A folder on the way is a link.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static void Delete(string directory, string name)
    {
        if (Path.GetDirectoryName(name) is { Length: > 0 } folder && !Directory.Exists(PathOf(directory, folder.Replace(Path.DirectorySeparatorChar, '/'))))
            return;
        File.Delete(Path.Combine(directory, name));
    }

    /// <summary>Makes a folder where it is missing.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="StorageException">A link is on the way.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static string MakeFolder(string directory, string name)
    {
        var path = PathOf(directory, name);
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>A folder of which files may be removed: null where it is missing, or a link, which leads to what is somebody else's.</summary>
    public static string? FolderToClear(string directory, string name)
    {
        var path = directory;
        foreach (var step in name.Split('/'))
        {
            path = Path.Combine(path, step);
            if (IsLink(path) || !Directory.Exists(path))
                return null;
        }
        return path;
    }
}
