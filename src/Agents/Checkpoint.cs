using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Agents;

/// <summary>A part of a model that keeps state of its own from one tick to the next, such as a space.</summary>
public interface IPersistent
{
    /// <summary>Hands every field of that state to a checkpoint, which writes it or gives back what it reads.</summary>
    void Persist(Checkpoint state);
}

/// <summary>
/// The whole state of a model on its way into a file or back. One and the same method of a model, or of a part of it,
/// both writes and reads: it hands over each value and keeps what it is given back, so that the two cannot differ. Draws
/// need nothing but their keys, and what the constructor makes from parameters and seed and nobody changes afterwards
/// may be left to the constructor.
/// </summary>
/// <example><code>
/// protected override void Persist(Checkpoint state)
/// {
///     state.Parts(network, market);
///     price = state.Value(price);
/// }
/// </code></example>
public sealed class Checkpoint
{
    /// <summary>Values that are carried at a time, so that no length in bytes overflows.</summary>
    private const int Chunk = 1 << 20;

    private readonly Model model;
    private readonly CheckpointFile file;
    private readonly List<IPersistent> parts = [];

    private Checkpoint(Model model, CheckpointFile file)
    {
        (this.model, this.file) = (model, file);
        foreach (var (what, value) in model.Identity)
            Expect(value, what);
        model.PersistAll(this);
    }

    /// <summary>Writes a model's state.</summary>
    /// <param name="model">A model between two steps; it is not changed.</param>
    /// <param name="to">Where it goes, from the present position on; it is left open.</param>
    /// <exception cref="IOException">The stream gives way.</exception>
    public static void Save(Model model, Stream to)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(to);
        using var file = CheckpointFile.Begin(to);
        _ = new Checkpoint(model, file);
        file.End();
    }

    /// <summary>Writes a model's state to a file, which appears whole or not at all.</summary>
    /// <param name="model">A model between two steps; it is not changed.</param>
    /// <param name="path">Replaced if it is there.</param>
    /// <exception cref="IOException">The file system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file system refuses.</exception>
    public static void Save(Model model, string path)
    {
        var temporary = path + ".partial";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                Save(model, stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Brings a model to a state that was saved, from which it goes on bit for bit.</summary>
    /// <param name="model">
    /// A model just made from the parameters and the seed of the saved one. It reads its parameters as before: what
    /// interventions had changed by then is for the caller to change again.
    /// </param>
    /// <param name="from">The checkpoint, from the present position to the end of the stream; it can seek and is left open.</param>
    /// <exception cref="CheckpointException">
    /// The checkpoint is truncated, altered, of a newer format or of another model. Where the message speaks of a value
    /// by its name, the model is half restored and of no use any more; otherwise it is as it was.
    /// </exception>
    public static void Restore(Model model, Stream from)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(from);
        using var file = CheckpointFile.Open(from);
        _ = new Checkpoint(model, file);
        file.End();
    }

    /// <summary>Brings a model to the state that a file holds, from which it goes on bit for bit.</summary>
    /// <param name="model">A model just made from the parameters and the seed of the saved one.</param>
    /// <param name="path">A file that <see cref="Save(Model, string)"/> wrote.</param>
    /// <exception cref="CheckpointException"><inheritdoc cref="Restore(Model, Stream)"/></exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Restore(Model model, string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Restore(model, stream);
    }

    /// <summary>Carries one value.</summary>
    /// <param name="value">The value as it is.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>The value as it is from now on.</returns>
    public T Value<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : unmanaged
    {
        Values(new Span<T>(ref value), name);
        return value;
    }

    /// <summary>Carries values whose number is always the same, in place.</summary>
    /// <param name="values">The values.</param>
    /// <param name="name">What errors call them.</param>
    public void Values<T>(Span<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : unmanaged
    {
        var count = Announce<T>(values.Length, name);
        if (count != values.Length)
            throw file.Refusal($"holds {count} values of {name}, but the model has {values.Length}: it was made with other parameters");
        Carry(values);
    }

    /// <summary>Carries an array whose length may change.</summary>
    /// <param name="values">The values as they are.</param>
    /// <param name="name">What errors call them.</param>
    /// <returns>The values as they are from now on: the same array where the length is the same.</returns>
    public T[] Array<T>(T[] values, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        var count = Announce<T>(values.Length, name);
        var carried = count == values.Length ? values : new T[count];
        Carry<T>(carried);
        return carried;
    }

    /// <summary>Carries the items of a list, in place.</summary>
    /// <param name="items">The list.</param>
    /// <param name="name">What errors call it.</param>
    public void List<T>(List<T> items, [CallerArgumentExpression(nameof(items))] string name = "")
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(items);
        CollectionsMarshal.SetCount(items, Announce<T>(items.Count, name));
        Carry(CollectionsMarshal.AsSpan(items));
    }

    /// <summary>Carries a list of items that are made of further values.</summary>
    /// <param name="items">The list.</param>
    /// <param name="carry">Carries one item and returns it; while a checkpoint is read it is given none and makes one.</param>
    /// <param name="name">What errors call the list.</param>
    public void List<T>(List<T> items, Func<T?, T> carry, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(carry);
        var count = Value(items.Count, name);
        if (file.IsRead)
            items.Clear();
        for (var i = 0; i < count; i++)
        {
            var item = carry(file.IsRead ? default : items[i]);
            if (file.IsRead)
                items.Add(item);
        }
    }

    /// <summary>Carries a list of items that keep state of their own.</summary>
    /// <param name="items">The list.</param>
    /// <param name="make">Makes an item for a state that is read.</param>
    /// <param name="name">What errors call the list.</param>
    public void Items<T>(List<T> items, Func<T> make, [CallerArgumentExpression(nameof(items))] string name = "")
        where T : class, IPersistent
    {
        ArgumentNullException.ThrowIfNull(make);
        List(
            items,
            item =>
            {
                item ??= make();
                item.Persist(this);
                return item;
            },
            name);
    }

    /// <summary>Carries a text.</summary>
    /// <param name="text">The text as it is.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>The text as it is from now on.</returns>
    public string Text(string? text, [CallerArgumentExpression(nameof(text))] string name = "") =>
        new(Array((text ?? "").ToCharArray(), name));

    /// <summary>Carries parts of a model, each once, however often it is named.</summary>
    /// <param name="persistent">Spaces, claims, and whatever else keeps state of its own.</param>
    public void Parts(params ReadOnlySpan<IPersistent> persistent)
    {
        foreach (var part in persistent)
        {
            if (parts.Exists(other => ReferenceEquals(other, part)))
                continue;
            parts.Add(part);
            part.Persist(this);
        }
    }

    /// <summary>Carries which of the model's columns is meant, if any.</summary>
    internal Column? Column(Column? column)
    {
        var columns = model.Populations.SelectMany(population => population.Columns).ToList();
        var index = Value(columns.FindIndex(other => ReferenceEquals(other, column)), "a column's number");
        return index < 0 ? null : columns[index];
    }

    /// <summary>Carries something that must be the same on both sides.</summary>
    internal void Expect(string value, string what)
    {
        var stored = Text(value, what);
        if (stored != value)
            throw file.Refusal($"is of another model: its {what} is '{stored}', but here it is '{value}'");
    }

    /// <summary>Carries size and number of values, so that reader and writer notice when they do not mean the same ones.</summary>
    private int Announce<T>(int count, string name)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        Span<int> head = [size, count];
        file.Carry(MemoryMarshal.AsBytes(head));
        return head[0] == size && head[1] >= 0 && file.HasRoomFor((long)size * head[1])
            ? head[1]
            : throw file.Refusal($"holds something else where the model has {name}: another version of the model wrote it");
    }

    private void Carry<T>(Span<T> values)
        where T : unmanaged
    {
        for (var from = 0; from < values.Length; from += Chunk)
            file.Carry(MemoryMarshal.AsBytes(values[from..Math.Min(from + Chunk, values.Length)]));
    }
}
