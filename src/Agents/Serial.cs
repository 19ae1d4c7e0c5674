namespace Agents;

/// <summary>
/// Numbers that are given once each: ids, passes, activations. They are counter words of draws, so that giving one twice
/// would repeat random numbers; the last, 2^32 - 1, is the model's own id and never given.
/// </summary>
/// <param name="what">What the numbers are, plural, for the error.</param>
internal struct Serial(string what)
{
    private uint given;

    /// <summary>Takes the next few numbers.</summary>
    /// <returns>The first of them.</returns>
    /// <exception cref="InvalidOperationException">Not as many are left.</exception>
    public uint Take(int count)
    {
        var first = given;
        if ((uint)count > uint.MaxValue - first)
            throw new InvalidOperationException($"A model can have {uint.MaxValue} {what} and no more: its random numbers would repeat.");
        given = first + (uint)count;
        return first;
    }

    /// <summary>Carries how many have been given.</summary>
    public void Persist(Checkpoint state) => given = state.Value(given);
}
