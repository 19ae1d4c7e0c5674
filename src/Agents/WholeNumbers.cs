using System.Buffers;

namespace Agents;

/// <summary>What columns of whole numbers can do that others cannot: their sums commute, so that the order of threads cannot show.</summary>
public static class WholeNumbers
{
    extension(State<int> state)
    {
        /// <summary>
        /// Adds to the pending value of any agent, another's too. While a rule uses it, every write to that column must
        /// be an addition of this kind, the agent's own as well.
        /// </summary>
        /// <param name="row">The agent's row.</param>
        /// <param name="amount">What is added; negative to take away.</param>
        public void Add(int row, int amount) => Interlocked.Add(ref state.Next[row], amount);

        /// <summary>Gini coefficient of amounts of 0 or more: 0 where all are equal, 1 where one agent of many has all; NaN where nobody has any.</summary>
        public double Gini()
        {
            var room = ArrayPool<int>.Shared.Rent(state.Count);
            var sorted = room.AsSpan(0, state.Count);
            state.Values.CopyTo(sorted);
            sorted.Sort();
            var (total, weighted) = (0L, 0L);
            for (var rank = 0; rank < sorted.Length; rank++)
            {
                total += sorted[rank];
                weighted += (rank + 1L) * sorted[rank];
            }
            ArrayPool<int>.Shared.Return(room);
            return (2.0 * weighted / total - (sorted.Length + 1)) / sorted.Length;
        }
    }
}
