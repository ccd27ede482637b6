using Gongkai.Planted.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Shape
{
    public sealed class TransactionsTests
    {
        [Fact]
        public void Acts_that_change_rows_by_statements_begin_a_transaction() =>
            Guard.Holds(TransactionsGuard.Breaches(SourceTypes.All, [.. SourceTypes.All.Select(type => type.Assembly).Distinct()]));

        [Fact]
        public void Follows_an_act_of_the_program_down_to_its_statements()
        {
            var reset = SourceTypes.All.Single(type => type.Name == "ResetPassword");
            var reached = Calls.Reached(reset.GetMethod("Run")!, [reset.Assembly, typeof(Gongkai.Platform.Accounts.Sessions).Assembly]);
            Assert.Contains(reached, called => called.Name == "ExecuteUpdateAsync");
        }

        [Fact]
        public void Finds_an_act_without_one_however_far_the_statement_is() => Guard.Bites(
            TransactionsGuard.Breaches([typeof(LooseAct), typeof(FarAct), typeof(WholeAct), typeof(GoodAct)], [typeof(TransactionsTests).Assembly]),
            "LooseAct reaches ExecuteDeleteAsync",
            "FarAct reaches ExecuteUpdateAsync");
    }
}

namespace Gongkai.Planted.Acts
{
    internal sealed class LooseAct
    {
        public async Task<int> Run(IQueryable<GoodAct> rows) => await rows.ExecuteDeleteAsync();
    }

    internal sealed class FarAct
    {
        public Task<int> Run(IFarAway rows) => Task.Run(async () => await rows.Touch());
    }

    internal sealed class WholeAct
    {
        public async Task<int> Run(DbContext db, IFarAway rows)
        {
            await using var all = await db.Database.BeginTransactionAsync();
            var touched = await rows.Touch();
            await all.CommitAsync();
            return touched;
        }
    }

    internal interface IFarAway
    {
        Task<int> Touch();
    }

    internal sealed class FarAway(IQueryable<GoodAct> rows) : IFarAway
    {
        public async Task<int> Touch() => await rows.ExecuteUpdateAsync(_ => { });
    }
}
